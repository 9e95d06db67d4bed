package org.socklens.access.occupant;

import java.util.Arrays;
import org.socklens.posix.Caller;
import org.socklens.posix.Errno;
import org.socklens.posix.NodeCalls;
import org.socklens.posix.SocketCalls;

/// Asks whether any socket at all is behind a socket file, of whatever network namespace: a datagram socket connects to
/// it and is closed. A listener of another type answers EPROTOTYPE and notices nothing; nor does a datagram socket.
///
/// Not thread-safe: one instance a thread, on that thread's [Caller].
public final class SocketProbe {
    private static final int DATAGRAM = 2;

    private final SocketCalls sockets;

    /// Calls made here are told to the trace of `caller`.
    public SocketProbe(Caller caller) {
        sockets = new SocketCalls(caller);
    }

    /// What the kernel said: [Errno#ECONNREFUSED] alone means that nobody is there, EACCES that only who may connect
    /// can tell.
    ///
    /// @param node a descriptor of the socket file
    public Errno ask(int node) {
        int fd = sockets.socket(DATAGRAM);
        if (fd < 0) {
            return Errno.of(-fd);
        }
        byte[] path = NodeCalls.pathOf(node);
        int result = sockets.connect(fd, Arrays.copyOf(path, path.length + 1));
        sockets.close(fd);
        return Errno.of(Math.max(0, -result));
    }

    /// Whether the answer tells of a socket.
    public static boolean isSomebody(Errno answer) {
        return answer.number() == 0 || answer.equals(Errno.EPROTOTYPE);
    }
}
