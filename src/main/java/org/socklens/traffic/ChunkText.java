package org.socklens.traffic;

import java.util.Arrays;
import java.util.List;

/// The text of a row, decoded as UTF-8 across the borders of its stream's chunks: a character that two chunks share
/// stands in the row that completes it. Its first bytes, and bytes that are no UTF-8, are shown as hex.
public final class ChunkText {
    private ChunkText() {}

    /// What is drawn for a row, from its first `maxBytes` bytes; the rest is not read. Empty when the row is gone.
    public static List<Run> runs(Transcript transcript, Row row, int maxBytes) {
        byte[] bytes = transcript.bytes(row, 0, maxBytes);
        RunCollector collector = new RunCollector();
        Utf8Decoder.decode(row.carry(), bytes.length < row.length() ? withoutCutCharacter(bytes) : bytes, collector);
        return collector.runs();
    }

    /// The whole text of a row on one line without tabs: backslash, LF, CR, tab and NUL as `\\ \n \r \t \0`, every
    /// byte of what is invisible or no UTF-8 as `\xHH`. Empty when the row is gone.
    public static String escaped(Transcript transcript, Row row) {
        StringBuilder out = new StringBuilder(row.length() + 8);
        escape(row.carry(), transcript.bytes(row, 0, row.length()), out);
        return out.toString();
    }

    static void escape(int carry, byte[] bytes, StringBuilder out) {
        Utf8Decoder.decode(carry, bytes, new Escaper(out));
    }

    /// A character that only the limit cuts is not torn: it is left out.
    private static byte[] withoutCutCharacter(byte[] bytes) {
        for (int start = bytes.length - 1; start >= Math.max(0, bytes.length - 3); start--) {
            if (Utf8Carry.beginsCharacter(bytes, start)) {
                return Arrays.copyOf(bytes, start);
            }
        }
        return bytes;
    }
}
