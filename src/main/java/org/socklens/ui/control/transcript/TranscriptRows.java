package org.socklens.ui.control.transcript;

import java.util.ArrayList;
import java.util.HexFormat;
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

/// The rows of a transcript that pass a filter, as cells in the order of [TranscriptColumns]. A row's key is its
/// absolute index.
record TranscriptRows(Transcript transcript, RowFilter filter, TimeStyle times) implements RowSource {
    /// No cell is wide enough to show more.
    private static final int TEXT_BYTES = 400;

    private static final int HEX_BYTES = 128;
    private static final int PIECES = 80;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

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
        return new RowContent(
                toneOf(row.kind()),
                List.of(
                        Cell.of(Long.toString(row.number()), PieceStyle.MUTED),
                        Cell.of(times.format(row)),
                        Cell.of(TimeStyle.SINCE_PREVIOUS.format(row), PieceStyle.MUTED),
                        Cell.of(row.connection() == 0 ? "" : Integer.toString(row.connection())),
                        direction(row.kind()),
                        chunk ? offset(row) : Cell.EMPTY,
                        Cell.of(chunk ? bytes(row) : ""),
                        text(row),
                        chunk ? Cell.of(HEX.formatHex(transcript.bytes(key, 0, HEX_BYTES))) : Cell.EMPTY));
    }

    private static RowTone toneOf(Kind kind) {
        return switch (kind) {
            case RECEIVED, SENT -> RowTone.PLAIN;
            case ERROR, RESET, TRUNCATED -> RowTone.FAILED;
            case LISTENING, BOUND, ACCEPTED, CONNECTED, HALF_CLOSED, END_OF_STREAM, CLOSED, STOPPED -> RowTone.EVENT;
            case SENDER, DESCRIPTORS, WAITING, SIGNAL, FILE, HABIT -> RowTone.EVENT;
        };
    }

    /// An arrow beside the word, so that it does not hang on the colour alone.
    private static Cell direction(Kind kind) {
        return switch (kind) {
            case RECEIVED -> Cell.of("▼ " + kind.word(), PieceStyle.RECEIVED);
            case SENT -> Cell.of("▲ " + kind.word(), PieceStyle.SENT);
            default -> Cell.of(kind.word());
        };
    }

    /// A message begins at no offset: it has boundaries of its own.
    private static Cell offset(Row row) {
        return row.isMessage() ? Cell.of("msg", PieceStyle.MUTED) : Cell.of(Long.toString(row.offset()));
    }

    private static String bytes(Row row) {
        return row.isTruncated() ? row.length() + " of " + row.messageLength() : Integer.toString(row.length());
    }

    private Cell text(Row row) {
        List<Piece> pieces = new ArrayList<>();
        if (row.isMessage() && row.length() == 0) {
            pieces.add(new Piece("empty message", PieceStyle.CONTROL));
        }
        for (Run run : ChunkText.runs(transcript, row, TEXT_BYTES)) {
            pieces.add(switch (run) {
                case Run.Plain plain -> Piece.plain(plain.text());
                case Run.Control control -> new Piece(control.name(), PieceStyle.CONTROL);
                case Run.Bytes bytes -> new Piece(bytes.hex(), PieceStyle.BYTES);
            });
        }
        return new Cell(pieces.size() > PIECES ? pieces.subList(0, PIECES) : pieces);
    }
}
