package org.socklens.ui.control;

import java.util.List;
import java.util.Locale;
import org.socklens.traffic.Row;
import org.socklens.traffic.Transcript;
import org.socklens.ui.control.grid.Cell;
import org.socklens.ui.control.grid.PieceStyle;
import org.socklens.ui.control.grid.RowContent;
import org.socklens.ui.control.grid.RowSource;
import org.socklens.ui.control.grid.RowTone;

/// A chunk as a hex dump: a row for each 16 bytes with offset in the stream, hex in two groups, and printable ASCII.
final class HexRows implements RowSource {
    private static final int LINE_BYTES = 16;

    private final Transcript transcript;
    private final Row chunk;

    HexRows(Transcript transcript, Row chunk) {
        this.transcript = transcript;
        this.chunk = chunk;
    }

    @Override
    public long count() {
        return ((long) chunk.length() + LINE_BYTES - 1) / LINE_BYTES;
    }

    @Override
    public long keyAt(long position) {
        return position >= 0 && position < count() ? position : -1;
    }

    @Override
    public long positionOf(long key) {
        return Math.clamp(key, 0, count());
    }

    @Override
    public RowContent content(long key) {
        byte[] bytes = transcript.bytes(chunk.row(), (int) key * LINE_BYTES, LINE_BYTES);
        return new RowContent(
                RowTone.PLAIN,
                List.of(
                        Cell.of(String.format(Locale.ROOT, "%08x", chunk.offset() + key * LINE_BYTES), PieceStyle.MUTED),
                        Cell.of(hex(bytes)),
                        Cell.of("|" + text(bytes) + "|")));
    }

    /// The lines from one key to another, as they are copied.
    String lines(long from, long to) {
        StringBuilder text = new StringBuilder();
        for (long key = from; key <= Math.min(to, count() - 1); key++) {
            List<Cell> cells = content(key).cells();
            text.append(String.format(
                    Locale.ROOT,
                    "%s  %-48s  %s%n",
                    cells.get(0).text(),
                    cells.get(1).text(),
                    cells.get(2).text()));
        }
        return text.toString();
    }

    private static String hex(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length; i++) {
            text.append(i == 0 ? "" : i == LINE_BYTES / 2 ? "  " : " ")
                    .append(String.format(Locale.ROOT, "%02x", bytes[i]));
        }
        return text.toString();
    }

    private static String text(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte value : bytes) {
            text.append(value >= 0x20 && value < 0x7f ? (char) value : '.');
        }
        return text.toString();
    }
}
