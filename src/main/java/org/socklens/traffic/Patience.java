package org.socklens.traffic;

import java.util.concurrent.TimeUnit;

/// How long a writer may still wait for the disk. All times are in nanoseconds.
final class Patience {
    private final long most;
    private final int share;
    private long left;
    private long since;

    /// @param share one in so many of the time that passes is saved for later waits, up to `most`; 0 gives `most` anew
    ///     for each page
    Patience(long most, int share, long now) {
        this.most = most;
        this.share = share;
        left = most;
        since = now;
    }

    /// A page is needed now.
    void begin(long now) {
        left = share == 0 ? most : Math.min(most, left + (now - since) / share);
        since = now;
    }

    /// How many milliseconds the wait may last from now on.
    long millis() {
        return TimeUnit.NANOSECONDS.toMillis(left);
    }

    /// It has been waited until now.
    void waited(long now) {
        left = Math.max(0, left - (now - since));
        since = now;
    }
}
