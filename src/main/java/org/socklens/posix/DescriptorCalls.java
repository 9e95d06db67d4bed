package org.socklens.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// Opening, reading and writing what descriptors refer to: files and pipes. Results follow the kernel: 0 or more, or
/// minus errno. Descriptors are made close-on-exec.
///
/// Not thread-safe: one instance a thread, on that thread's [Caller].
public final class DescriptorCalls {
    private static final int AT_FDCWD = -100;
    private static final int O_CLOEXEC = 0x80000;
    /// For a FIFO and a terminal that is opened: neither waits, and none becomes this process's terminal.
    private static final int O_NONBLOCK_NOCTTY = 0x800 | 0x100;

    private static final short POLLIN = 1;

    private static final MethodHandle OPENAT = Linkage.bind(
            "openat", Linkage.returningInt(JAVA_INT, ADDRESS, JAVA_INT), Linker.Option.firstVariadicArg(3));
    private static final MethodHandle PIPE2 = Linkage.bind("pipe2", Linkage.returningInt(ADDRESS, JAVA_INT));
    private static final MethodHandle POLL =
            Linkage.bind("poll", Linkage.returningInt(ADDRESS, JAVA_LONG, JAVA_INT));
    private static final MethodHandle READ =
            Linkage.bind("read", Linkage.returningLong(JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle WRITE =
            Linkage.bind("write", Linkage.returningLong(JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle CLOSE = Linkage.bind("close", Linkage.returningInt(JAVA_INT));

    private final Caller caller;
    private final MemorySegment ends;
    private final MemorySegment polled;

    /// Calls made here are told to the trace of `caller`.
    public DescriptorCalls(Caller caller) {
        this.caller = caller;
        ends = caller.allocate(8);
        polled = caller.allocate(8);
    }

    /// `openat` for reading; waits for nobody, not even at a FIFO.
    public int open(byte[] path) {
        int result;
        try {
            result = (int) OPENAT.invokeExact(
                    caller.errnoSlot(), AT_FDCWD, caller.cString(path), O_CLOEXEC | O_NONBLOCK_NOCTTY);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        String what = PathText.quoted(path) + ", O_RDONLY|O_NONBLOCK|O_NOCTTY|O_CLOEXEC";
        return caller.told(SystemCall.OPENAT, AT_FDCWD, 0, 0, what, caller.kernelResult(result));
    }

    /// `pipe2`: [#readEnd] and [#writeEnd] hold the ends when the result is 0. Both wait when they are used.
    public int pipe() {
        int result;
        try {
            result = (int) PIPE2.invokeExact(caller.errnoSlot(), ends, O_CLOEXEC);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        return caller.told(SystemCall.PIPE2, -1, readEnd(), writeEnd(), null, caller.kernelResult(result));
    }

    /// What is written to the other end of the latest [#pipe] is read here.
    public int readEnd() {
        return ends.get(JAVA_INT, 0);
    }

    /// What is written here is read at the other end of the latest [#pipe].
    public int writeEnd() {
        return ends.get(JAVA_INT, 4);
    }

    /// `poll` for reading without waiting: 1 when a read would not wait, 0 when it would.
    public int readable(int fd) {
        polled.set(JAVA_INT, 0, fd);
        polled.set(JAVA_SHORT, 4, POLLIN);
        int result;
        try {
            result = (int) POLL.invokeExact(caller.errnoSlot(), polled, 1L, 0);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        return caller.told(SystemCall.POLL, fd, 0, 0, null, caller.kernelResult(result));
    }

    /// `read` of at most `length` bytes; 0 at the end. May wait unless it is [#readable].
    public long read(int fd, MemorySegment into, int length) {
        long result;
        try {
            result = (long) READ.invokeExact(caller.errnoSlot(), fd, into, (long) length);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        return caller.told(SystemCall.READ_FILE, fd, length, 0, null, caller.kernelResult(result));
    }

    /// `write`. Waits while a pipe is full; a pipe takes 4,096 bytes at once when it is empty.
    public long write(int fd, MemorySegment from, int length) {
        long result;
        try {
            result = (long) WRITE.invokeExact(caller.errnoSlot(), fd, from, (long) length);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        return caller.told(SystemCall.WRITE_FILE, fd, length, 0, null, caller.kernelResult(result));
    }

    /// `close`. The descriptor is gone whatever the result says.
    public int close(int fd) {
        int result;
        try {
            result = (int) CLOSE.invokeExact(caller.errnoSlot(), fd);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        return caller.told(SystemCall.CLOSE_FILE, fd, 0, 0, null, caller.kernelResult(result));
    }
}
