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
    private static final int UDIAG_SHOW_VFS_RQLEN = 0x2 | 0x10;
    private static final int NLMSG_ERROR = 2;
    private static final int NLMSG_DONE = 3;
    private static final int HEADER_BYTES = 16;
    private static final int REQUEST_BYTES = HEADER_BYTES + 24;
    private static final int ANSWER_BYTES = 16;
    private static final int UNIX_DIAG_VFS = 1;
    private static final int UNIX_DIAG_RQLEN = 4;
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

    /// Calls made here are told to the trace of `caller`.
    public SocketDiagnosisCalls(Caller caller) {
        this.caller = caller;
        buffer = caller.allocate(BUFFER_BYTES);
    }

    /// Every Unix socket of this network namespace; connections that still wait to be accepted are not among them.
    /// Empty where the kernel offers no such diagnosis.
    public List<DiagnosedSocket> sockets() {
        int fd = open();
        if (fd < 0) {
            return List.of();
        }
        List<DiagnosedSocket> all = new ArrayList<>();
        long received = request(fd, NLM_F_REQUEST_DUMP, 0);
        while (received > 0) {
            received = receive(fd);
            if (received > 0 && !read(received, all)) {
                break;
            }
        }
        close(fd);
        return all;
    }

    /// The socket with this number of its own (`socket:[N]`); empty when there is none, or no diagnosis.
    public Optional<DiagnosedSocket> socket(long inode) {
        int fd = open();
        if (fd < 0) {
            return Optional.empty();
        }
        List<DiagnosedSocket> found = new ArrayList<>();
        long received = request(fd, NLM_F_REQUEST, (int) inode);
        if (received > 0) {
            received = receive(fd);
        }
        if (received > 0) {
            read(received, found);
        }
        close(fd);
        return found.stream().findFirst();
    }

    /// Adds the sockets of one datagram; false when it was the last.
    private boolean read(long length, List<DiagnosedSocket> all) {
        long at = 0;
        while (at + HEADER_BYTES <= length) {
            int size = buffer.get(JAVA_INT, at);
            int kind = buffer.get(JAVA_SHORT, at + 4);
            if (kind == NLMSG_DONE || kind == NLMSG_ERROR || size < HEADER_BYTES) {
                return false;
            }
            all.add(socket(at + HEADER_BYTES, at + size));
            at += aligned(size);
        }
        return true;
    }

    private DiagnosedSocket socket(long from, long end) {
        long fileInode = 0;
        long fileDevice = 0;
        long waiting = 0;
        long backlog = 0;
        for (long at = from + ANSWER_BYTES; at + 4 <= end; at += aligned(Math.max(4, buffer.get(JAVA_SHORT, at)))) {
            int kind = buffer.get(JAVA_SHORT, at + 2);
            if (kind == UNIX_DIAG_VFS) {
                fileInode = unsigned(at + 4);
                fileDevice = device(unsigned(at + 8));
            } else if (kind == UNIX_DIAG_RQLEN) {
                waiting = unsigned(at + 4);
                backlog = unsigned(at + 8);
            }
        }
        return new DiagnosedSocket(
                buffer.get(JAVA_BYTE, from + 1),
                buffer.get(JAVA_BYTE, from + 2),
                unsigned(from + 4),
                fileInode,
                fileDevice,
                waiting,
                backlog);
    }

    /// The kernel's inner form has twelve bits of major above twenty bits of minor.
    private static long device(long inner) {
        return inner >>> 20 << 32 | (inner & 0xfffff);
    }

    private long unsigned(long at) {
        return Integer.toUnsignedLong(buffer.get(JAVA_INT, at));
    }

    private static long aligned(long size) {
        return (size + 3) & ~3L;
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
    private long request(int fd, short flags, int inode) {
        buffer.asSlice(0, REQUEST_BYTES).fill((byte) 0);
        buffer.set(JAVA_INT, 0, REQUEST_BYTES);
        buffer.set(JAVA_SHORT, 4, SOCK_DIAG_BY_FAMILY);
        buffer.set(JAVA_SHORT, 6, flags);
        buffer.set(JAVA_BYTE, HEADER_BYTES, (byte) AF_UNIX);
        buffer.set(JAVA_INT, HEADER_BYTES + 4, -1);
        buffer.set(JAVA_INT, HEADER_BYTES + 8, inode);
        buffer.set(JAVA_INT, HEADER_BYTES + 12, UDIAG_SHOW_VFS_RQLEN);
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
