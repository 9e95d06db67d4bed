package org.socklens.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// The calls of `<sys/socket.h>`. Results follow the kernel: 0 or more, or minus errno. Sockets are made close-on-exec
/// and non-blocking. What moves bytes is in [MessageCalls].
///
/// Not thread-safe: one instance a thread, on that thread's [Caller].
public final class SocketCalls {
    /// Address family of Unix sockets.
    public static final int AF_UNIX = SocketAddressBytes.AF_UNIX;
    /// `shutdown`: no more sends.
    public static final int SHUT_WR = 1;

    private static final int SOL_SOCKET = 1;
    private static final int SOCK_NONBLOCK = 0x800;
    private static final int SOCK_CLOEXEC = 0x80000;
    private static final long FIONREAD = 0x541b;

    private static final MethodHandle SOCKET =
            Linkage.bind("socket", Linkage.returningInt(JAVA_INT, JAVA_INT, JAVA_INT));
    private static final MethodHandle BIND =
            Linkage.bind("bind", Linkage.returningInt(JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle LISTEN = Linkage.bind("listen", Linkage.returningInt(JAVA_INT, JAVA_INT));
    private static final MethodHandle ACCEPT4 =
            Linkage.bind("accept4", Linkage.returningInt(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
    private static final MethodHandle CONNECT =
            Linkage.bind("connect", Linkage.returningInt(JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle SHUTDOWN = Linkage.bind("shutdown", Linkage.returningInt(JAVA_INT, JAVA_INT));
    private static final MethodHandle GETSOCKOPT =
            Linkage.bind("getsockopt", Linkage.returningInt(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS));
    private static final MethodHandle SETSOCKOPT =
            Linkage.bind("setsockopt", Linkage.returningInt(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle GETSOCKNAME =
            Linkage.bind("getsockname", Linkage.returningInt(JAVA_INT, ADDRESS, ADDRESS));
    private static final MethodHandle IOCTL = Linkage.bind(
            "ioctl", Linkage.returningInt(JAVA_INT, JAVA_LONG, ADDRESS), Linker.Option.firstVariadicArg(2));
    private static final MethodHandle CLOSE = Linkage.bind("close", Linkage.returningInt(JAVA_INT));

    private final Caller caller;
    private final MemorySegment address;
    private final MemorySegment length;
    private final MemorySegment number;

    /// Calls made here are told to the trace of `caller`.
    public SocketCalls(Caller caller) {
        this.caller = caller;
        address = caller.allocate(SocketAddressBytes.BYTES);
        length = caller.allocate(4);
        number = caller.allocate(4);
    }

    /// `socket(AF_UNIX, type, 0)`; the descriptor is close-on-exec and non-blocking.
    ///
    /// @param type the number of a type: 1 stream, 2 datagram, 5 seqpacket
    public int socket(int type) {
        int result;
        try {
            result = (int) SOCKET.invokeExact(
                    caller.errnoSlot(), AF_UNIX, type | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        String what = "AF_UNIX, " + typeName(type) + "|SOCK_CLOEXEC|SOCK_NONBLOCK, 0";
        return caller.told(SystemCall.SOCKET, -1, 0, 0, what, caller.kernelResult(result));
    }

    /// `bind` to a name.
    ///
    /// @param sunPath `sun_path` as it goes to the kernel: a path with its final NUL, or an abstract name after a NUL
    public int bind(int fd, byte[] sunPath) {
        int size = SocketAddressBytes.fill(address, sunPath);
        int result;
        try {
            result = (int) BIND.invokeExact(caller.errnoSlot(), fd, address, size);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        return caller.told(
                SystemCall.BIND, fd, size, 0, SocketAddressBytes.text(sunPath), caller.kernelResult(result));
    }

    /// `listen`: connections may queue from now on.
    public int listen(int fd, int backlog) {
        int result;
        try {
            result = (int) LISTEN.invokeExact(caller.errnoSlot(), fd, backlog);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        return caller.told(SystemCall.LISTEN, fd, backlog, 0, null, caller.kernelResult(result));
    }

    /// `accept4`: the oldest queued connection; EAGAIN when none is queued.
    public int accept(int fd) {
        int result;
        try {
            result = (int) ACCEPT4.invokeExact(
                    caller.errnoSlot(), fd, MemorySegment.NULL, MemorySegment.NULL, SOCK_CLOEXEC | SOCK_NONBLOCK);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        return caller.told(SystemCall.ACCEPT4, fd, 0, 0, null, caller.kernelResult(result));
    }

    /// `connect`; EAGAIN when the listener's backlog is full.
    ///
    /// @param sunPath as for [#bind]
    public int connect(int fd, byte[] sunPath) {
        int size = SocketAddressBytes.fill(address, sunPath);
        int result;
        try {
            result = (int) CONNECT.invokeExact(caller.errnoSlot(), fd, address, size);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        return caller.told(
                SystemCall.CONNECT, fd, size, 0, SocketAddressBytes.text(sunPath), caller.kernelResult(result));
    }

    /// `shutdown(fd, SHUT_WR)`: the peer sees end of stream, receiving goes on.
    public int shutdownWrite(int fd) {
        int result;
        try {
            result = (int) SHUTDOWN.invokeExact(caller.errnoSlot(), fd, SHUT_WR);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        return caller.told(SystemCall.SHUTDOWN, fd, 0, 0, "SHUT_WR", caller.kernelResult(result));
    }

    /// `getsockopt` of level SOL_SOCKET into `value`, whose size says how much is wanted.
    public int option(int fd, SocketOption option, MemorySegment value) {
        length.set(JAVA_INT, 0, (int) value.byteSize());
        int result;
        try {
            result = (int) GETSOCKOPT.invokeExact(
                    caller.errnoSlot(), fd, SOL_SOCKET, option.number, value, length);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        return caller.told(SystemCall.GETSOCKOPT, fd, 0, 0, option.name(), caller.kernelResult(result));
    }

    /// `setsockopt` of level SOL_SOCKET with an `int`.
    public int setOption(int fd, SocketOption option, int value) {
        number.set(JAVA_INT, 0, value);
        int result;
        try {
            result = (int) SETSOCKOPT.invokeExact(caller.errnoSlot(), fd, SOL_SOCKET, option.number, number, 4);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        return caller.told(SystemCall.SETSOCKOPT, fd, value, 0, option.name(), caller.kernelResult(result));
    }

    /// `getsockname`: [#name] holds the answer when the result is 0.
    public int readName(int fd) {
        length.set(JAVA_INT, 0, (int) SocketAddressBytes.BYTES);
        int result;
        try {
            result = (int) GETSOCKNAME.invokeExact(caller.errnoSlot(), fd, address, length);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        return caller.told(SystemCall.GETSOCKNAME, fd, 0, 0, null, caller.kernelResult(result));
    }

    /// `sun_path` as the latest [#readName] read it; empty for a socket without a name.
    public byte[] name() {
        return SocketAddressBytes.sunPath(address, length.get(JAVA_INT, 0));
    }

    /// `ioctl(fd, FIONREAD)`: bytes that lie ready to be received; of datagrams those of the next.
    public int unread(int fd) {
        int result;
        try {
            result = (int) IOCTL.invokeExact(caller.errnoSlot(), fd, FIONREAD, number);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        int told = caller.told(SystemCall.IOCTL, fd, 0, 0, "FIONREAD", caller.kernelResult(result));
        return told < 0 ? told : number.get(JAVA_INT, 0);
    }

    /// `close`. The descriptor is gone whatever the result says.
    public int close(int fd) {
        int result;
        try {
            result = (int) CLOSE.invokeExact(caller.errnoSlot(), fd);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        return caller.told(SystemCall.CLOSE, fd, 0, 0, null, caller.kernelResult(result));
    }

    static String typeName(int type) {
        return switch (type) {
            case 1 -> "SOCK_STREAM";
            case 2 -> "SOCK_DGRAM";
            case 5 -> "SOCK_SEQPACKET";
            default -> Integer.toString(type);
        };
    }
}
