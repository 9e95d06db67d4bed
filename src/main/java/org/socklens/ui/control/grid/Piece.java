package org.socklens.ui.control.grid;

/// A piece of a cell that is drawn in one style.
public record Piece(String text, PieceStyle style) {
    /// Text as it is.
    public static Piece plain(String text) {
        return new Piece(text, PieceStyle.PLAIN);
    }
}
