package org.socklens.socket.linux;

import java.nio.charset.StandardCharsets;
import org.socklens.posix.FileCalls;

/// The number of a socket itself, from what its descriptor is called under `/proc`: `socket:[N]`.
final class SocketInode {
    /// Stands for a descriptor that is none of a socket, or that cannot be looked at.
    static final long UNKNOWN = -1;

    private static final String BEFORE = "socket:[";
    private static final String AFTER = "]";

    private SocketInode() {}

    /// The number of the socket behind a descriptor of this process.
    static long of(FileCalls files, int fd) {
        byte[] descriptor = ("/proc/self/fd/" + fd).getBytes(StandardCharsets.US_ASCII);
        int length = files.readLink(FileCalls.AT_FDCWD, descriptor);
        return length < 0 ? UNKNOWN : in(new String(files.linkTarget(length), StandardCharsets.US_ASCII));
    }

    /// The number in the target of such a link.
    static long in(String target) {
        return target.startsWith(BEFORE) && target.endsWith(AFTER)
                ? Long.parseLong(target.substring(BEFORE.length(), target.length() - AFTER.length()))
                : UNKNOWN;
    }
}
