package org.socklens.access.attempt;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.socklens.access.account.Identity;
import org.socklens.posix.Caller;
import org.socklens.posix.Errno;
import org.socklens.posix.IdentityCalls;
import org.socklens.posix.SocketCalls;

/// Connects and closes at once. Never waits: a full backlog is EAGAIN.
///
/// Not thread-safe: one instance a thread, on that thread's [Caller]; not for the FX thread.
public final class Connecting {
    private final SocketCalls calls;

    /// Calls made here are told to the trace of `caller`.
    public Connecting(Caller caller) {
        calls = new SocketCalls(caller);
    }

    /// Connects as this process.
    ///
    /// @param self this process
    /// @param path at most 107 bytes, without a NUL
    /// @param type 1 stream, 2 datagram, 5 seqpacket
    public Attempt asThisProcess(Identity self, byte[] path, int type) {
        return new Attempt(self, errno(connect(path, type)));
    }

    /// Connects as somebody else. EPERM, before any connect, unless this process is root. Connect as this process once
    /// before: see [IdentityCalls].
    public Attempt as(Identity who, byte[] path, int type) {
        int result = IdentityCalls.runAs(
                who.uid(), who.gid(), who.groups(), who.capabilityBits(), () -> connect(path, type));
        return new Attempt(who, errno(result));
    }

    private int connect(byte[] path, int type) {
        int fd = calls.socket(type);
        if (fd < 0) {
            return fd;
        }
        int result = calls.connect(fd, Arrays.copyOf(path, path.length + 1));
        calls.close(fd);
        return result;
    }

    private static @Nullable Errno errno(int result) {
        return result < 0 ? Errno.of(-result) : null;
    }
}
