package org.socklens.ui.control;

import java.util.HexFormat;
import java.util.List;
import org.socklens.ui.control.grid.Cell;
import org.socklens.ui.control.grid.PieceStyle;
import org.socklens.ui.control.grid.RowContent;
import org.socklens.ui.control.grid.RowSource;
import org.socklens.ui.control.grid.RowTone;

/// A hex dump, line by line: `00000010  20 61 20 74 69 6d 65 2c  20 74 68 65 6e 20 74 68  | a time, then th|`.
///
/// @param offset what the first byte is numbered
/// @param length how many bytes there are
/// @param width how many of them stand in a line: 16, or 8 where there is less room
record HexLines(long offset, int length, int width, ByteSource source) implements RowSource {
    static final int WIDE = 16;
    static final int NARROW = 8;

    private static final int GROUP = 8;
    private static final HexFormat HEX = HexFormat.of();

    /// A line without line feed.
    String line(long key) {
        byte[] bytes = bytesOf(key);
        return "%s  %s  %s".formatted(offsetOf(key), padded(hex(bytes)), text(bytes));
    }

    @Override
    public long count() {
        return (length + width - 1L) / width;
    }

    @Override
    public long keyAt(long position) {
        return position < count() ? position : -1;
    }

    @Override
    public long positionOf(long key) {
        return Math.min(key, count());
    }

    @Override
    public RowContent content(long key) {
        byte[] bytes = bytesOf(key);
        return new RowContent(
                RowTone.PLAIN,
                List.of(Cell.of(offsetOf(key), PieceStyle.MUTED), Cell.of(hex(bytes)), Cell.of(text(bytes))));
    }

    private byte[] bytesOf(long key) {
        return source.bytes(Math.toIntExact(key * width), width);
    }

    private String offsetOf(long key) {
        long number = offset + key * width;
        String digits = HEX.toHexDigits(number);
        return number >>> Integer.SIZE == 0 ? digits.substring(GROUP) : digits;
    }

    private static String hex(byte[] bytes) {
        StringBuilder out = new StringBuilder(3 * bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            out.append(i == 0 ? "" : i == GROUP ? "  " : " ").append(HEX.toHexDigits(bytes[i]));
        }
        return out.toString();
    }

    private String padded(String hex) {
        return hex + " ".repeat(3 * width - hex.length());
    }

    /// What is not a printable ASCII character is a dot.
    private static String text(byte[] bytes) {
        StringBuilder out = new StringBuilder(bytes.length + 2).append('|');
        for (byte value : bytes) {
            out.append(value >= 0x20 && value < 0x7f ? (char) value : '·');
        }
        return out.append('|').toString();
    }
}
