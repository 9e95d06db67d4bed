package org.socklens.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// Timers that a queue can wait for (`man 2 timerfd_create`). Results follow the kernel: 0 or more, or minus errno.
///
/// Not thread-safe: one instance a thread, on that thread's [Caller].
public final class TimerCalls {
    private static final int CLOCK_MONOTONIC = 1;
    private static final int TFD_CLOEXEC_NONBLOCK = 0x80000 | 0x800;
    private static final long NANOS_A_SECOND = 1_000_000_000;

    // struct itimerspec: an interval and a time, each of seconds and nanoseconds.
    private static final long SPEC_BYTES = 32;
    private static final long VALUE_SECONDS = 16;
    private static final long VALUE_NANOS = 24;

    private static final MethodHandle TIMERFD_CREATE =
            Linkage.bind("timerfd_create", Linkage.returningInt(JAVA_INT, JAVA_INT));
    private static final MethodHandle TIMERFD_SETTIME =
            Linkage.bind("timerfd_settime", Linkage.returningInt(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS));

    private final Caller caller;
    private final MemorySegment spec;

    /// Calls made here are told to the trace of `caller`.
    public TimerCalls(Caller caller) {
        this.caller = caller;
        spec = caller.allocate(SPEC_BYTES);
    }

    /// `timerfd_create`: a timer that is not set, close-on-exec and non-blocking.
    public int create() {
        int result;
        try {
            result = (int) TIMERFD_CREATE.invokeExact(caller.errnoSlot(), CLOCK_MONOTONIC, TFD_CLOEXEC_NONBLOCK);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        return caller.told(SystemCall.TIMERFD_CREATE, -1, 0, 0, null, caller.kernelResult(result));
    }

    /// `timerfd_settime`: the timer becomes readable once, `nanos` (at least 1) from now, whatever it was set to before.
    public int set(int timer, long nanos) {
        spec.set(JAVA_LONG, VALUE_SECONDS, nanos / NANOS_A_SECOND);
        spec.set(JAVA_LONG, VALUE_NANOS, nanos % NANOS_A_SECOND);
        int result;
        try {
            result = (int) TIMERFD_SETTIME.invokeExact(caller.errnoSlot(), timer, 0, spec, MemorySegment.NULL);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        return caller.told(SystemCall.TIMERFD_SETTIME, timer, nanos, 0, null, caller.kernelResult(result));
    }
}
