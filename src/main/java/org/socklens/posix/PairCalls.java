package org.socklens.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// `socketpair` (`man 2 socketpair`). Results follow the kernel: 0, or minus errno.
///
/// Not thread-safe: one instance a thread, on that thread's [Caller].
public final class PairCalls {
    /// Both descriptors are non-blocking.
    public static final int SOCK_NONBLOCK = 0x800;
    /// Both descriptors are closed when this process, or a child of it, starts another program.
    public static final int SOCK_CLOEXEC = 0x80000;

    private static final MethodHandle SOCKETPAIR =
            Linkage.bind("socketpair", Linkage.returningInt(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));

    private final Caller caller;
    private final MemorySegment descriptors;

    /// Calls made here are told to the trace of `caller`.
    public PairCalls(Caller caller) {
        this.caller = caller;
        descriptors = caller.allocate(8);
    }

    /// `socketpair(AF_UNIX, type|flags, protocol)`: [#first] and [#second] hold the answer when the result is 0.
    /// EPROTONOSUPPORT for a protocol that Unix sockets lack.
    ///
    /// @param type the number of a type: 1 stream, 2 datagram, 5 seqpacket
    /// @param flags [#SOCK_NONBLOCK] and [#SOCK_CLOEXEC]
    public int socketpair(int type, int flags, int protocol) {
        descriptors.set(JAVA_INT, 0, -1);
        descriptors.set(JAVA_INT, 4, -1);
        int result;
        try {
            result = (int) SOCKETPAIR.invokeExact(
                    caller.errnoSlot(), SocketCalls.AF_UNIX, type | flags, protocol, descriptors);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        String what = "AF_UNIX, " + SocketCalls.typeName(type) + text(flags) + ", " + protocol;
        return caller.told(SystemCall.SOCKETPAIR, -1, first(), second(), what, caller.kernelResult(result));
    }

    private static String text(int flags) {
        return ((flags & SOCK_CLOEXEC) != 0 ? "|SOCK_CLOEXEC" : "")
                + ((flags & SOCK_NONBLOCK) != 0 ? "|SOCK_NONBLOCK" : "");
    }

    /// One end of the latest pair.
    public int first() {
        return descriptors.get(JAVA_INT, 0);
    }

    /// The other end of the latest pair.
    public int second() {
        return descriptors.get(JAVA_INT, 4);
    }
}
