package org.socklens.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Asks the kernel for every Unix socket of this network namespace through netlink (`man 7 sock_diag`).
///
/// Not thread-safe: one instance a thread, on that thread's [Caller].
public final class SocketDiagnosisCalls {
    private static final int AF_UNIX = 1;
    private static final int AF_NETLINK = 16;
    private static final int SOCK_RAW_CLOEXEC = 3 | 0x80000;
    private static final int NETLINK_SOCK_DIAG = 4;
    private static final short SOCK_DIAG_BY_FAMILY = 20;
    private static final short NLM_F_REQUEST = 0x1;
    private static final short NLM_F_REQUEST_DUMP = 0x301;
    private static final int EVERY_STATE = -1;
    private static final int LISTENING_STATE = 1 << 10;
    private static final int SHOW_NUMBERS = 0;
    private static final int SHOW_VFS_RQLEN = 0x2 | 0x10;
    private static final int SHOW_ALL_BUT_PENDING = 0x1 | 0x2 | 0x4 | 0x10 | 0x20 | 0x40;
    private static final int SHOW_PENDING = 0x8;
    private static final int NLMSG_ERROR = 2;
    private static final int NLMSG_DONE = 3;
    private static final int HEADER_BYTES = 16;
    private static final int REQUEST_BYTES = HEADER_BYTES + 24;
    private static final int BUFFER_BYTES = 65536;

    private static final MethodHandle SOCKET =
            Linkage.bind("socket", Linkage.returningInt(JAVA_INT, JAVA_INT, JAVA_INT));
    private static final MethodHandle SEND =
            Linkage.bind("send", Linkage.returningLong(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    private static final MethodHandle RECV =
            Linkage.bind("recv", Linkage.returningLong(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    private static final MethodHandle CLOSE = Linkage.bind("close", Linkage.returningInt(JAVA_INT));

    private final Caller caller;
    private final MemorySegment buffer;
    private final DiagnosisMessage message;

    /// Calls made here are told to the trace of `caller`.
    public SocketDiagnosisCalls(Caller caller) {
        this.caller = caller;
        buffer = caller.allocate(BUFFER_BYTES);
        message = new DiagnosisMessage(buffer);
    }

    /// Every Unix socket of this network namespace; connections that still wait to be accepted are not among them.
    /// Empty where the kernel offers no such diagnosis.
    public List<DiagnosedSocket> sockets() {
        List<DiagnosedSocket> all = new ArrayList<>();
        dump(EVERY_STATE, SHOW_VFS_RQLEN, socket -> all.add(DiagnosedSocket.of(socket)));
        return all;
    }

    /// Hands over every Unix socket with all that the kernel tells of one but [DiagnosisMessage#pending].
    ///
    /// @return 0, or minus errno where this process may not ask (EACCES, EPERM, EAFNOSUPPORT …) or the kernel lacks the
    ///     diagnosis (ENOENT)
    public int everything(Consumer<DiagnosisMessage> taker) {
        return dump(EVERY_STATE, SHOW_ALL_BUT_PENDING, taker);
    }

    /// Hands over the listening sockets with the clients that wait at each. A queue of more than some 8,000 does not
    /// fit into the kernel's answer, which then ends early.
    public int pending(Consumer<DiagnosisMessage> taker) {
        return dump(LISTENING_STATE, SHOW_PENDING, taker);
    }

    /// Hands over every Unix socket with its number, type and state alone; as [#everything].
    public int numbers(Consumer<DiagnosisMessage> taker) {
        return dump(EVERY_STATE, SHOW_NUMBERS, taker);
    }

    /// The socket with this number of its own (`socket:[N]`); empty when there is none, or no diagnosis.
    public Optional<DiagnosedSocket> socket(long inode) {
        int fd = open();
        if (fd < 0) {
            return Optional.empty();
        }
        List<DiagnosedSocket> found = new ArrayList<>();
        long received = request(fd, NLM_F_REQUEST, (int) inode, EVERY_STATE, SHOW_VFS_RQLEN);
        if (received > 0) {
            received = receive(fd);
        }
        if (received > 0) {
            read(received, socket -> found.add(DiagnosedSocket.of(socket)));
        }
        close(fd);
        return found.stream().findFirst();
    }

    /// Hands over the socket with this number of its own, with all but [DiagnosisMessage#pending]; nothing when there is
    /// none, or no diagnosis.
    public void one(long inode, Consumer<DiagnosisMessage> taker) {
        int fd = open();
        if (fd < 0) {
            return;
        }
        if (request(fd, NLM_F_REQUEST, (int) inode, EVERY_STATE, SHOW_ALL_BUT_PENDING) > 0) {
            long received = receive(fd);
            if (received > 0) {
                read(received, taker);
            }
        }
        close(fd);
    }

    private int dump(int states, int show, Consumer<DiagnosisMessage> taker) {
        int fd = open();
        if (fd < 0) {
            return fd;
        }
        long result = request(fd, NLM_F_REQUEST_DUMP, 0, states, show);
        while (result > 0) {
            result = receive(fd);
            if (result > 0) {
                result = read(result, taker);
            }
        }
        close(fd);
        return (int) Math.min(0, result);
    }

    /// Hands over the sockets of one datagram; 1 when more datagrams follow, 0 after the last, or minus errno.
    private int read(long length, Consumer<DiagnosisMessage> taker) {
        long at = 0;
        while (at + HEADER_BYTES <= length) {
            int size = buffer.get(JAVA_INT, at);
            int kind = buffer.get(JAVA_SHORT, at + 4);
            if (kind == NLMSG_ERROR) {
                return Math.min(0, buffer.get(JAVA_INT, at + HEADER_BYTES));
            }
            if (kind == NLMSG_DONE || size < HEADER_BYTES) {
                return 0;
            }
            message.read(at + HEADER_BYTES, at + size);
            taker.accept(message);
            at += (size + 3) & ~3L;
        }
        return 1;
    }

    private int open() {
        int result;
        try {
            result = (int) SOCKET.invokeExact(caller.errnoSlot(), AF_NETLINK, SOCK_RAW_CLOEXEC, NETLINK_SOCK_DIAG);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        String what = "AF_NETLINK, SOCK_RAW|SOCK_CLOEXEC, NETLINK_SOCK_DIAG";
        return caller.told(SystemCall.SOCKET, -1, 0, 0, what, caller.kernelResult(result));
    }

    /// @param inode the socket that is asked for; without meaning when all are
    private long request(int fd, short flags, int inode, int states, int show) {
        buffer.asSlice(0, REQUEST_BYTES).fill((byte) 0);
        buffer.set(JAVA_INT, 0, REQUEST_BYTES);
        buffer.set(JAVA_SHORT, 4, SOCK_DIAG_BY_FAMILY);
        buffer.set(JAVA_SHORT, 6, flags);
        buffer.set(JAVA_BYTE, HEADER_BYTES, (byte) AF_UNIX);
        buffer.set(JAVA_INT, HEADER_BYTES + 4, states);
        buffer.set(JAVA_INT, HEADER_BYTES + 8, inode);
        buffer.set(JAVA_INT, HEADER_BYTES + 12, show);
        // No cookie: the number alone says which socket.
        buffer.set(JAVA_LONG, HEADER_BYTES + 16, -1L);
        long result;
        try {
            result = (long) SEND.invokeExact(caller.errnoSlot(), fd, buffer, (long) REQUEST_BYTES, 0);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        String what = "{SOCK_DIAG_BY_FAMILY, AF_UNIX}";
        return caller.told(SystemCall.SEND, fd, REQUEST_BYTES, 0, what, caller.kernelResult(result));
    }

    private long receive(int fd) {
        long result;
        try {
            result = (long) RECV.invokeExact(caller.errnoSlot(), fd, buffer, (long) BUFFER_BYTES, 0);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        return caller.told(SystemCall.RECV, fd, BUFFER_BYTES, 0, null, caller.kernelResult(result));
    }

    private void close(int fd) {
        int result;
        try {
            result = (int) CLOSE.invokeExact(caller.errnoSlot(), fd);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        caller.told(SystemCall.CLOSE, fd, 0, 0, null, caller.kernelResult(result));
    }
}
