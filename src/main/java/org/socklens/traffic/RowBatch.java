package org.socklens.traffic;

import java.util.Arrays;

/// Up to [#ROWS] consecutive rows, copied out of a transcript at once, for walks over many of them.
final class RowBatch {
    /// The most rows that a batch takes.
    static final int ROWS = 256;

    private static final int CONTENT_BYTES = 64 * 1024;

    private final Transcript transcript;
    /// The record before the first row stands first, so that each row finds the one before it.
    private final byte[] records = new byte[(ROWS + 1) * RowRecord.BYTES];
    private final byte[] contents = new byte[CONTENT_BYTES];
    private long from;
    private int count;
    private boolean firstFollows;
    private boolean hasContents;

    RowBatch(Transcript transcript) {
        this.transcript = transcript;
    }

    /// Takes the first rows that are held in `[from, end)`; false when there are none.
    boolean loadFrom(long from, long end) {
        long next = Math.max(from, transcript.first());
        while (next < end) {
            if (load(next, Math.min(end, next + ROWS))) {
                return true;
            }
            if (next >= transcript.first()) {
                return false;
            }
            next = transcript.first();
        }
        return false;
    }

    /// Takes the last rows that are held before `end`; false when there are none.
    boolean loadBefore(long end) {
        long first = transcript.first();
        while (first < end) {
            long next = Math.max(first, end - ROWS);
            if (load(next, end)) {
                return true;
            }
            if (next >= transcript.first()) {
                return false;
            }
            first = transcript.first();
        }
        return false;
    }

    /// False when some of the rows are gone.
    private boolean load(long from, long to) {
        this.from = from;
        count = (int) (to - from);
        firstFollows = from > transcript.first() && transcript.readRecords(from - 1, 1, records, 0);
        return transcript.readRecords(from, count, records, RowRecord.BYTES) && loadContents();
    }

    /// The bytes of neighbours are neighbours too, or the same when one echoes the other: those of small rows are read
    /// together.
    private boolean loadContents() {
        long start = RowRecord.position(records, at(0));
        long length = Math.max(contentEnd(count - 1), contentEnd(Math.max(0, count - 2))) - start;
        hasContents = length <= CONTENT_BYTES;
        return !hasContents || transcript.readContents(start, contents, 0, (int) length);
    }

    private long contentEnd(int i) {
        return RowRecord.position(records, at(i)) + length(i);
    }

    int count() {
        return count;
    }

    long index(int i) {
        return from + i;
    }

    Kind kind(int i) {
        return RowRecord.kind(records, at(i));
    }

    int length(int i) {
        return RowRecord.length(records, at(i));
    }

    long previousChunk(int i) {
        return transcript.previousChunk(index(i), RowRecord.back(records, at(i)));
    }

    Row row(int i) {
        boolean follows = i > 0 || firstFollows;
        long previousNanos = follows ? RowRecord.nanos(records, at(i - 1)) : Row.NO_PREVIOUS;
        return transcript.decode(index(i), records, at(i), previousNanos);
    }

    /// Whether the bytes of all rows are in [#contents].
    boolean hasContents() {
        return hasContents;
    }

    byte[] contents() {
        return contents;
    }

    /// Where the bytes of a row begin in [#contents].
    int contentStart(int i) {
        return (int) (RowRecord.position(records, at(i)) - RowRecord.position(records, at(0)));
    }

    /// At most `max` bytes of a row from its byte `from`; empty when they are gone.
    byte[] bytes(int i, int from, int max) {
        int length = Math.clamp((long) length(i) - from, 0, max);
        if (hasContents) {
            int start = contentStart(i) + from;
            return Arrays.copyOfRange(contents, start, start + length);
        }
        byte[] bytes = new byte[length];
        long position = RowRecord.position(records, at(i)) + from;
        return transcript.readContents(position, bytes, 0, length) ? bytes : new byte[0];
    }

    private static int at(int i) {
        return (i + 1) * RowRecord.BYTES;
    }
}
