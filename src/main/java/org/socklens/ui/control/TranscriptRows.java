package org.socklens.ui.control;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socklens.traffic.ChunkText;
import org.socklens.traffic.Kind;
import org.socklens.traffic.Row;
import org.socklens.traffic.RowFilter;
import org.socklens.traffic.Run;
import org.socklens.traffic.TimeStyle;
import org.socklens.traffic.Transcript;
import org.socklens.ui.control.grid.Cell;
import org.socklens.ui.control.grid.Piece;
import org.socklens.ui.control.grid.PieceStyle;
import org.socklens.ui.control.grid.RowContent;
import org.socklens.ui.control.grid.RowSource;
import org.socklens.ui.control.grid.RowTone;

/// The rows of a transcript that pass a filter, as a grid draws them. A row's key is its absolute index.
final class TranscriptRows implements RowSource {
    private static final int SHOWN_BYTES = 256;
    private static final int HEX_BYTES = 64;

    private final Transcript transcript;
    private final RowFilter filter;
    private final TimeStyle time;

    TranscriptRows(Transcript transcript, RowFilter filter, TimeStyle time) {
        this.transcript = transcript;
        this.filter = filter;
        this.time = time;
    }

    @Override
    public long count() {
        return transcript.count(filter);
    }

    @Override
    public long keyAt(long position) {
        return transcript.rowAt(filter, position);
    }

    @Override
    public long positionOf(long key) {
        return transcript.positionOf(filter, key);
    }

    @Override
    public @Nullable RowContent content(long key) {
        Row row = transcript.row(key);
        if (row == null) {
            return null;
        }
        boolean chunk = row.kind().isChunk();
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(Long.toString(row.number())));
        cells.add(Cell.of(time.format(row)));
        cells.add(Cell.of(chunk ? TimeStyle.SINCE_PREVIOUS.format(row) : "", PieceStyle.MUTED));
        cells.add(Cell.of(row.connection() == 0 ? "" : Integer.toString(row.connection())));
        cells.add(direction(row.kind()));
        cells.add(Cell.of(chunk ? Long.toString(row.offset()) : ""));
        cells.add(Cell.of(chunk ? Integer.toString(row.length()) : ""));
        cells.add(text(row));
        cells.add(Cell.of(chunk ? hex(row) : "", PieceStyle.MUTED));
        return new RowContent(tone(row.kind()), cells);
    }

    private static RowTone tone(Kind kind) {
        return switch (kind) {
            case RECEIVED, SENT -> RowTone.PLAIN;
            case ERROR, RESET -> RowTone.FAILED;
            default -> RowTone.EVENT;
        };
    }

    private static Cell direction(Kind kind) {
        return switch (kind) {
            case RECEIVED -> Cell.of("▼ recv", PieceStyle.RECEIVED);
            case SENT -> Cell.of("▲ sent", PieceStyle.SENT);
            // The text of an event begins with its word already.
            default -> Cell.EMPTY;
        };
    }

    private Cell text(Row row) {
        return new Cell(ChunkText.runs(transcript, row, SHOWN_BYTES).stream()
                .map(TranscriptRows::piece)
                .toList());
    }

    private static Piece piece(Run run) {
        return switch (run) {
            case Run.Plain(String text) -> Piece.plain(text);
            case Run.Control(String name) -> new Piece(name, PieceStyle.CONTROL);
            case Run.Bytes(String hex) -> new Piece(hex, PieceStyle.BYTES);
        };
    }

    private String hex(Row row) {
        StringBuilder text = new StringBuilder();
        for (byte value : transcript.bytes(row.row(), 0, HEX_BYTES)) {
            text.append(text.isEmpty() ? "" : " ")
                    .append(Character.forDigit((value >> 4) & 0xf, 16))
                    .append(Character.forDigit(value & 0xf, 16));
        }
        return text.toString();
    }
}
