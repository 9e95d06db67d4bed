package org.socklens.socket.linux;

import org.socklens.posix.Errno;
import org.socklens.posix.PollCalls;
import org.socklens.posix.TimerCalls;
import org.socklens.socket.SocketFailure;

/// Bounds the waits of a poller by one timer that runs over many of them. A timeout of epoll_wait itself would make the
/// kernel set and cancel a timer at every wait, which costs a small echo several hundredths of its time.
final class WaitTimer {
    /// It reports once each time it runs out, and nothing has to be read from it.
    static final int EVENTS = PollCalls.EPOLLIN | PollCalls.EPOLLET;

    private static final long NOT_SET = Long.MAX_VALUE;

    private final TimerCalls calls;
    private final int fd;
    private long runsOutAt = NOT_SET;

    WaitTimer(Kernel kernel) throws SocketFailure {
        calls = new TimerCalls(kernel.caller);
        fd = kernel.checked("timerfd_create", calls.create());
    }

    int fd() {
        return fd;
    }

    /// Sees to it that the poller is woken at most `milliseconds` after `now`, perhaps earlier.
    void boundWait(long now, int milliseconds) {
        long latest = now + milliseconds * 1_000_000L;
        if (runsOutAt > latest) {
            int result = calls.set(fd, milliseconds * 1_000_000L);
            if (result < 0) {
                throw new IllegalStateException("timerfd_settime: " + Errno.of(-result) + " on an open timer");
            }
            runsOutAt = latest;
        }
    }

    /// The timer ran out.
    void ranOut() {
        runsOutAt = NOT_SET;
    }
}
