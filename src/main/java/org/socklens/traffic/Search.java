package org.socklens.traffic;

import org.jspecify.annotations.Nullable;

/// Finds bytes in the rows of a transcript that pass a filter: within a chunk or an event's text, and across the
/// borders of consecutive chunks of one stream. A match belongs to the row that completes it, like a split character.
///
/// Belongs to one thread; the transcript may grow, drop and clear meanwhile.
public final class Search {
    private static final int PIECE_BYTES = 64 * 1024;

    private final Transcript transcript;
    private final Needle needle;
    private final RowFilter filter;
    private final RowBatch batch;

    /// A search for `needle` in the rows that pass `filter`.
    public Search(Transcript transcript, Needle needle, RowFilter filter) {
        this.transcript = transcript;
        this.needle = needle;
        this.filter = filter;
        batch = new RowBatch(transcript);
    }

    /// The first match in `row` or after it; null when there is none or `progress` cancels.
    public @Nullable Match forwardFrom(long row, Progress progress) {
        long looked = 0;
        long next = row;
        long end = transcript.end();
        while (!progress.isCancelled() && batch.loadFrom(next, end)) {
            for (int i = 0; i < batch.count(); i++) {
                Match match = matchIn(i);
                if (match != null) {
                    return match;
                }
            }
            next = batch.index(batch.count());
            looked += batch.count();
            progress.reached(looked);
        }
        return null;
    }

    /// The last row with a match that is `row` or before it; null when there is none or `progress` cancels.
    public @Nullable Match backwardFrom(long row, Progress progress) {
        long looked = 0;
        long until = Math.min(row, transcript.end() - 1) + 1;
        while (!progress.isCancelled() && batch.loadBefore(until)) {
            for (int i = batch.count() - 1; i >= 0; i--) {
                Match match = matchIn(i);
                if (match != null) {
                    return match;
                }
            }
            until = batch.index(0);
            looked += batch.count();
            progress.reached(looked);
        }
        return null;
    }

    private @Nullable Match matchIn(int i) {
        if (!filter.accepts(batch.kind(i)) || batch.length(i) == 0) {
            return null;
        }
        Match across = matchAcross(i);
        if (across != null) {
            return across;
        }
        int at = batch.hasContents() ? indexInContents(i) : indexByPieces(i);
        return at < 0 ? null : new Match(batch.index(i), at, needle.length());
    }

    private int indexInContents(int i) {
        int start = batch.contentStart(i);
        int found = needle.indexIn(batch.contents(), start, start + batch.length(i));
        return found < 0 ? found : found - start;
    }

    /// A long chunk is read in pieces that overlap by all but one byte of the needle.
    private int indexByPieces(int i) {
        int overlap = needle.length() - 1;
        for (long from = 0; from + needle.length() <= batch.length(i); from += PIECE_BYTES) {
            byte[] piece = batch.bytes(i, (int) from, PIECE_BYTES + overlap);
            int found = needle.indexIn(piece, 0, piece.length);
            if (found >= 0) {
                return (int) from + found;
            }
        }
        return -1;
    }

    /// A match that begins in an earlier chunk of the stream and ends in this one.
    private @Nullable Match matchAcross(int i) {
        int most = needle.length() - 1;
        if (most == 0 || !mayEndHere(i)) {
            return null;
        }
        long previous = batch.previousChunk(i);
        if (previous == Row.NO_CHUNK) {
            return null;
        }
        byte[] head = batch.bytes(i, 0, most);
        byte[] joined = new byte[most + head.length];
        System.arraycopy(head, 0, joined, most, head.length);
        int start = most - fillBefore(joined, most, previous);
        int found = needle.indexIn(joined, start, joined.length);
        return found < 0 ? null : new Match(batch.index(i), found - most, needle.length());
    }

    /// Looks at the chunk's own bytes alone, which rules nearly every chunk out.
    private boolean mayEndHere(int i) {
        int start = batch.contentStart(i);
        return !batch.hasContents() || needle.mayEndIn(batch.contents(), start, start + batch.length(i));
    }

    /// Fills `[0, end)` from its end with what the stream carried up to and with the chunk `last`; returns how much of
    /// it is still held.
    private int fillBefore(byte[] target, int end, long last) {
        byte[] record = new byte[RowRecord.BYTES];
        int left = end;
        long chunk = last;
        while (left > 0 && chunk != Row.NO_CHUNK && transcript.readRecords(chunk, 1, record, 0)) {
            int length = RowRecord.length(record, 0);
            int part = Math.min(left, length);
            long position = RowRecord.position(record, 0) + length - part;
            if (!transcript.readContents(position, target, left - part, part)) {
                break;
            }
            left -= part;
            chunk = transcript.previousChunk(chunk, RowRecord.back(record, 0));
        }
        return end - left;
    }
}
