package org.socklens.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// What a parent and its child do with each other once the child runs. Results follow the kernel: 0 or more, or minus
/// errno. A pid is safe to use until it was waited for: until then the kernel gives it to nobody else.
///
/// Not thread-safe: one instance a thread, on that thread's [Caller].
public final class ChildCalls {
    private static final long SYS_PIDFD_OPEN = 434;
    private static final int WNOHANG = 1;
    private static final int PR_SET_PDEATHSIG = 1;

    private static final MethodHandle PIDFD_OPEN = Linkage.bind(
            "syscall", Linkage.returningLong(JAVA_LONG, JAVA_LONG, JAVA_LONG), Linker.Option.firstVariadicArg(1));
    private static final MethodHandle KILL = Linkage.bind("kill", Linkage.returningInt(JAVA_INT, JAVA_INT));
    private static final MethodHandle WAITPID =
            Linkage.bind("waitpid", Linkage.returningInt(JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle PRCTL = Linkage.bind(
            "prctl", Linkage.returningInt(JAVA_INT, JAVA_LONG), Linker.Option.firstVariadicArg(1));

    private final Caller caller;
    private final MemorySegment status;

    /// Calls made here are told to the trace of `caller`.
    public ChildCalls(Caller caller) {
        this.caller = caller;
        status = caller.allocate(4);
    }

    /// `pidfd_open`: a descriptor that becomes readable when the process ends. It is close-on-exec.
    public int openPid(int pid) {
        long result;
        try {
            result = (long) PIDFD_OPEN.invokeExact(caller.errnoSlot(), SYS_PIDFD_OPEN, (long) pid, 0L);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        return (int) caller.told(SystemCall.PIDFD_OPEN, -1, pid, 0, null, caller.kernelResult(result));
    }

    /// `kill`.
    public int kill(int pid, Signal signal) {
        int result;
        try {
            result = (int) KILL.invokeExact(caller.errnoSlot(), pid, signal.number());
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        return caller.told(SystemCall.KILL, -1, pid, 0, signal.name(), caller.kernelResult(result));
    }

    /// `waitpid` without waiting: the pid when the process has ended, which takes it out of the process table; 0 while
    /// it runs. [#status] tells how it ended.
    public int reap(int pid) {
        return await(pid, WNOHANG, "WNOHANG");
    }

    /// `waitpid` until the process ends, which takes it out of the process table. [#status] tells how it ended.
    public int awaitEnd(int pid) {
        return await(pid, 0, "0");
    }

    private int await(int pid, int options, String text) {
        int result;
        try {
            result = (int) WAITPID.invokeExact(caller.errnoSlot(), pid, status, options);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        return caller.told(SystemCall.WAITPID, -1, pid, 0, text, caller.kernelResult(result));
    }

    /// How the process ended that was waited for last.
    public WaitStatus status() {
        return WaitStatus.of(status.get(JAVA_INT, 0));
    }

    /// `prctl(PR_SET_PDEATHSIG, SIGKILL)`: this process ends when the thread that started it ends, even while stopped.
    public int endWithParent() {
        int result;
        try {
            result = (int) PRCTL.invokeExact(
                    caller.errnoSlot(), PR_SET_PDEATHSIG, (long) Signal.SIGKILL.number());
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        return caller.told(SystemCall.PRCTL, -1, 0, 0, "PR_SET_PDEATHSIG, SIGKILL", caller.kernelResult(result));
    }
}
