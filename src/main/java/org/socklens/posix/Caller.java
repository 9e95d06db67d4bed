package org.socklens.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/// Whoever makes system calls on one thread: its errno slot, its scratch memory and its name in the trace.
///
/// Not thread-safe: one instance a thread. Its memory is freed with it.
public final class Caller {
    private static final int SCRATCH_BYTES = 8192;

    private final CallTrace trace;
    private final String actor;
    private final Arena arena = Arena.ofAuto();
    private final MemorySegment errnoSlot = arena.allocate(Linkage.errnoSlot());
    private final MemorySegment scratch = arena.allocate(SCRATCH_BYTES, 8);
    private long lastCall;
    private long lastNanos;

    /// Calls made through this caller stand in `trace` under the name `actor` ("server", "client" …).
    public Caller(CallTrace trace, String actor) {
        this.trace = trace;
        this.actor = actor;
    }

    /// The number that the trace gave to this caller's latest call; 0 before the first.
    public long lastCall() {
        return lastCall;
    }

    /// When this caller's latest call returned, in nanoseconds since 1970 UTC.
    public long lastNanos() {
        return lastNanos;
    }

    /// The name under which the calls stand in the trace.
    public String actor() {
        return actor;
    }

    /// Memory that lives as long as this caller, for structures that calls reuse.
    MemorySegment allocate(long bytes) {
        return arena.allocate(bytes, 8);
    }

    MemorySegment errnoSlot() {
        return errnoSlot;
    }

    /// `bytes` as a C string in memory that the next call may overwrite.
    MemorySegment cString(byte[] bytes) {
        MemorySegment target = bytes.length < SCRATCH_BYTES ? scratch : arena.allocate(bytes.length + 1L);
        MemorySegment.copy(bytes, 0, target, ValueLayout.JAVA_BYTE, 0, bytes.length);
        target.set(ValueLayout.JAVA_BYTE, bytes.length, (byte) 0);
        return target;
    }

    /// Turns a C result into the kernel's convention: minus errno instead of -1.
    int kernelResult(int result) {
        return result >= 0 ? result : -Linkage.errno(errnoSlot);
    }

    /// Turns a C result into the kernel's convention: minus errno instead of -1.
    long kernelResult(long result) {
        return result >= 0 ? result : -Linkage.errno(errnoSlot);
    }

    int told(SystemCall call, int fd, long a, long b, @Nullable Object what, int result) {
        told(call, fd, a, b, what, (long) result);
        return result;
    }

    long told(SystemCall call, int fd, long a, long b, @Nullable Object what, long result) {
        lastNanos = trace.now();
        lastCall = trace.record(lastNanos, actor, call, fd, a, b, what, result);
        return result;
    }
}
