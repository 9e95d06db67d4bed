package org.socklens.socket.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;
import org.socklens.posix.SocketOption;
import org.socklens.socket.Connection;
import org.socklens.socket.Credentials;
import org.socklens.socket.OpenedDescriptor;
import org.socklens.socket.Passable;
import org.socklens.socket.SocketFailure;
import org.socklens.socket.SocketType;

/// A connected socket.
final class LinuxConnection extends LinuxSocket implements Connection {
    private final Credentials peer;

    private LinuxConnection(EpollPoller poller, Kernel kernel, int fd, SocketType type, @Nullable BoundName boundName) {
        super(poller, kernel, fd, type, boundName);
        peer = readPeer();
    }

    /// Takes over a connected descriptor; closes it on failure.
    ///
    /// @param boundName the socket file that it made, or null
    static LinuxConnection open(
            EpollPoller poller, Kernel kernel, int fd, SocketType type, @Nullable BoundName boundName)
            throws SocketFailure {
        LinuxConnection connection = new LinuxConnection(poller, kernel, fd, type, boundName);
        if (type == SocketType.SEQPACKET) {
            // What tells an empty message from an end of stream: see Reception.
            int result = kernel.sockets.setOption(fd, SocketOption.SO_TIMESTAMP, 1);
            if (result < 0) {
                SocketFailure failure = kernel.failure("setsockopt", result);
                connection.close();
                throw failure;
            }
        }
        return connection;
    }

    @Override
    public Credentials peer() {
        return peer;
    }

    @Override
    public int send(MemorySegment from, int length) throws SocketFailure {
        return taken(kernel.messages.send(fd, from, length));
    }

    @Override
    public OpenedDescriptor open(Passable what) throws SocketFailure {
        return new Opening(kernel, held).open(what);
    }

    @Override
    public int send(MemorySegment from, int length, OpenedDescriptor passed) throws SocketFailure {
        int[] descriptors = {passed.descriptor().number()};
        return taken(kernel.messages.sendWith(fd, from, length, descriptors));
    }

    private int taken(long result) throws SocketFailure {
        if (Kernel.isLater(result)) {
            return NO_ROOM;
        }
        if (result < 0) {
            throw kernel.failure("sendmsg", result);
        }
        return (int) result;
    }

    @Override
    public void shutdownOutput() throws SocketFailure {
        kernel.checked("shutdown", kernel.sockets.shutdownWrite(fd));
    }

    private Credentials readPeer() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment ucred = arena.allocate(12, 4);
            if (kernel.sockets.option(fd, SocketOption.SO_PEERCRED, ucred) < 0) {
                return Credentials.UNKNOWN;
            }
            int pid = ucred.get(JAVA_INT, 0);
            int uid = ucred.get(JAVA_INT, 4);
            int gid = ucred.get(JAVA_INT, 8);
            return poller.process(pid)
                    .map(process -> new Credentials(pid, uid, gid, process.program(), process.started()))
                    .orElseGet(() -> new Credentials(pid, uid, gid, ""));
        }
    }
}
