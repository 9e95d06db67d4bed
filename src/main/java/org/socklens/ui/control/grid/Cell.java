package org.socklens.ui.control.grid;

import java.util.List;
import java.util.stream.Collectors;

/// What one cell says, in pieces from left to right.
public record Cell(List<Piece> pieces) {
    /// Says nothing.
    public static final Cell EMPTY = new Cell(List.of());

    /// Copies the pieces.
    public Cell {
        pieces = List.copyOf(pieces);
    }

    /// A cell of plain text.
    public static Cell of(String text) {
        return of(text, PieceStyle.PLAIN);
    }

    /// A cell of one piece.
    public static Cell of(String text, PieceStyle style) {
        return text.isEmpty() ? EMPTY : new Cell(List.of(new Piece(text, style)));
    }

    /// The words without their style.
    public String text() {
        return pieces.size() == 1
                ? pieces.getFirst().text()
                : pieces.stream().map(Piece::text).collect(Collectors.joining());
    }
}
