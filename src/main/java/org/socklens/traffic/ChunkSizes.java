package org.socklens.traffic;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;

/// Counts chunks by size, in classes of which each reaches twice as far: 0, 1, 2 to 3, 4 to 7 … 64 KiB and more bytes.
/// One thread at a time adds; any thread reads.
public final class ChunkSizes {
    /// How many classes there are.
    public static final int CLASSES = 18;

    private final AtomicLongArray counts = new AtomicLongArray(CLASSES);

    ChunkSizes() {}

    /// The smallest size in bytes of a class.
    public static int least(int sizeClass) {
        return sizeClass == 0 ? 0 : 1 << (sizeClass - 1);
    }

    void add(int bytes) {
        int sizeClass = Math.min(CLASSES - 1, Integer.SIZE - Integer.numberOfLeadingZeros(bytes));
        counts.setRelease(sizeClass, counts.getPlain(sizeClass) + 1);
    }

    /// How many chunks each class has had.
    long[] counts() {
        long[] now = new long[CLASSES];
        Arrays.setAll(now, counts::getAcquire);
        return now;
    }
}
