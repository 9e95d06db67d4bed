package org.socklens.socket.linux;

import java.util.Set;
import org.socklens.posix.CallTrace;
import org.socklens.posix.Caller;
import org.socklens.socket.Address;
import org.socklens.socket.Poller;
import org.socklens.socket.SocketDoor;
import org.socklens.socket.SocketFailure;
import org.socklens.socket.SocketType;

/// Opens sockets by system calls (`man 7 unix`), each told to a trace.
public final class LinuxSocketDoor implements SocketDoor {
    private final CallTrace trace;

    /// All calls behind this door stand in `trace`.
    public LinuxSocketDoor(CallTrace trace) {
        this.trace = trace;
    }

    @Override
    public Set<SocketType> types() {
        return Set.of(SocketType.values());
    }

    @Override
    public String lacks() {
        return "";
    }

    @Override
    public int maxPathBytes() {
        return Address.MAX_PATH_BYTES;
    }

    @Override
    public Poller open(String actor) throws SocketFailure {
        return new EpollPoller(new Caller(trace, actor), new Caller(trace, actor));
    }
}
