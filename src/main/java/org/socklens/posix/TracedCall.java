package org.socklens.posix;

/// One system call as it stands in the trace.
///
/// @param number counts the calls of the process from 1
/// @param nanos when it returned, in nanoseconds since 1970 UTC
/// @param actor who made it ("server", "client" …)
/// @param call which call it was
/// @param text the call with its arguments and result, as a classroom would write it
/// @param result what the kernel answered: minus errno on failure
public record TracedCall(long number, long nanos, String actor, SystemCall call, String text, long result) {
    /// Whether the kernel refused. A call that would have had to wait ([Errno#EAGAIN]) was not refused.
    public boolean failed() {
        return result < 0 && result != -Errno.EAGAIN.number();
    }
}
