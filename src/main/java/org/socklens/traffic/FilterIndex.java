package org.socklens.traffic;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// Counts received and sent chunks at the border of every block of rows, so that a filtered position is found by a
/// binary search over blocks and a look at one of them. The thread that writes rows writes it too; any thread reads.
///
/// 2 KiB for each page of rows. Counts never start again: they run over clears and drops, and callers subtract.
final class FilterIndex {
    private static final int BLOCK_ROWS = 128;
    private static final int PAGE_ROWS = Page.BYTES / RowRecord.BYTES;
    private static final int PAGE_BLOCKS = PAGE_ROWS / BLOCK_ROWS;
    /// Says that the rows to look at are gone.
    static final long GONE = -1;

    private final PagedLog records;
    /// A ring as in [PagedLog]: for each page of rows two counts a block.
    private final AtomicReferenceArray<long[]> counts;
    private long received;
    private long sent;

    FilterIndex(PagedLog records, int capacity) {
        this.records = records;
        counts = new AtomicReferenceArray<>(capacity + 2);
        recordBlock(0);
    }

    /// Counts a row that is about to be published.
    void append(long row, Kind kind) {
        if (kind == Kind.RECEIVED) {
            received++;
        } else if (kind == Kind.SENT) {
            sent++;
        }
        if ((row + 1) % BLOCK_ROWS == 0) {
            recordBlock((row + 1) / BLOCK_ROWS);
        }
    }

    private void recordBlock(long block) {
        int entry = (int) (block % PAGE_BLOCKS) * 2;
        int page = ringIndex(block);
        if (entry == 0) {
            counts.set(page, new long[PAGE_BLOCKS * 2]);
        }
        long[] ofPage = counts.get(page);
        ofPage[entry] = received;
        ofPage[entry + 1] = sent;
    }

    /// How many of all rows ever written before `row` pass, or [#GONE].
    long before(RowFilter filter, long row) {
        long block = row / BLOCK_ROWS;
        long start = block * BLOCK_ROWS;
        byte[] rows = read(start, row);
        if (rows == null) {
            return GONE;
        }
        long passed = beforeBlock(filter, block);
        for (int at = 0; at < rows.length; at += RowRecord.BYTES) {
            if (filter.accepts(RowRecord.kind(rows, at))) {
                passed++;
            }
        }
        return passed;
    }

    /// The passing row in `[first, end)` before which `rank` rows pass, or [#GONE] when there is none.
    long find(RowFilter filter, long rank, long first, long end) {
        long low = first / BLOCK_ROWS;
        long high = (end - 1) / BLOCK_ROWS;
        while (low < high) {
            long middle = (low + high + 1) >>> 1;
            if (beforeBlock(filter, middle) <= rank) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        long start = low * BLOCK_ROWS;
        byte[] rows = read(start, Math.min(end, start + BLOCK_ROWS));
        return rows == null ? GONE : findInBlock(filter, rank - beforeBlock(filter, low), start, rows);
    }

    private static long findInBlock(RowFilter filter, long rank, long start, byte[] rows) {
        long left = rank;
        for (int at = 0; at < rows.length; at += RowRecord.BYTES) {
            if (filter.accepts(RowRecord.kind(rows, at)) && left-- == 0) {
                return start + at / RowRecord.BYTES;
            }
        }
        return GONE;
    }

    private long beforeBlock(RowFilter filter, long block) {
        long[] ofPage = counts.get(ringIndex(block));
        int entry = (int) (block % PAGE_BLOCKS) * 2;
        long receivedBefore = ofPage[entry];
        long sentBefore = ofPage[entry + 1];
        return switch (filter) {
            case ALL -> block * BLOCK_ROWS;
            case RECEIVED -> receivedBefore;
            case SENT -> sentBefore;
            case EVENTS -> block * BLOCK_ROWS - receivedBefore - sentBefore;
        };
    }

    private byte @Nullable [] read(long from, long to) {
        byte[] rows = new byte[(int) (to - from) * RowRecord.BYTES];
        return records.read(from * RowRecord.BYTES, rows, 0, rows.length) ? rows : null;
    }

    private int ringIndex(long block) {
        return (int) (block / PAGE_BLOCKS % counts.length());
    }
}
