package org.socklens.socket.linux;

import java.util.Optional;
import org.socklens.posix.ProcessStatus;

/// Looks at one process ten times a second at most, also when it connects thousands of times. For one thread.
final class RecentProcess {
    private static final long FRESH_NANOS = 100_000_000;

    private int latestPid;
    private long lookedAt;
    private Optional<ProcessStatus> latest = Optional.empty();

    /// As [ProcessStatus#of], or what was found less than a tenth of a second before `now` in nanoseconds.
    Optional<ProcessStatus> status(int pid, long now) {
        if (pid != latestPid || now - lookedAt > FRESH_NANOS) {
            latest = ProcessStatus.of(pid);
            latestPid = pid;
            lookedAt = now;
        }
        return latest;
    }
}
