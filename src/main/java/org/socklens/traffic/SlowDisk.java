package org.socklens.traffic;

import java.util.concurrent.TimeUnit;

/// What happens when rows come faster than they go to the file.
public enum SlowDisk {
    /// Whoever adds rows waits for the disk, up to a tenth of a second for a page of them.
    HOLDS_WRITER_UP(100, 0, 0, 0),
    /// Whoever adds rows waits a fifth of the time at most, and at most 512 MB a second go to the file, so that
    /// recording never slows what is recorded by much. Then the oldest rows are dropped, and the disk rests for five
    /// seconds.
    COSTS_OLD_ROWS(100, 5, 512_000_000, 5);

    private final long mostMillis;
    private final int share;
    final long nanosAMove;
    final long restNanos;

    SlowDisk(long mostMillis, int share, long bytesASecond, long restSeconds) {
        this.mostMillis = mostMillis;
        this.share = share;
        nanosAMove = bytesASecond == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) / (bytesASecond / Page.BYTES);
        restNanos = TimeUnit.SECONDS.toNanos(restSeconds);
    }

    Patience patience(long now) {
        return new Patience(TimeUnit.MILLISECONDS.toNanos(mostMillis), share, now);
    }
}
