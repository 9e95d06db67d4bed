package org.socklens.socket.portable;

import java.util.List;
import org.socklens.socket.ChildProcess;
import org.socklens.socket.Connection;
import org.socklens.socket.HeldEnd;
import org.socklens.socket.PairSettings;
import org.socklens.socket.Pairs;
import org.socklens.socket.SocketFailure;
import org.socklens.socket.SocketPair;
import org.socklens.socket.SocketType;

/// Java makes no socket pairs, and no child that inherits one.
final class NoPairs implements Pairs {
    private static final long NOT_TOLD = -1;

    @Override
    public SocketPair open(PairSettings settings) throws SocketFailure {
        throw Refusal.unsupported("socketpair");
    }

    @Override
    public Connection inherited(int descriptor, SocketType type) throws SocketFailure {
        throw Refusal.unsupported("getsockopt");
    }

    @Override
    public ChildProcess spawn(
            List<String> command, List<Connection> given, List<Connection> left, Runnable ended) throws SocketFailure {
        throw Refusal.unsupported("posix_spawn");
    }

    @Override
    public void endWithParent() throws SocketFailure {
        throw Refusal.unsupported("prctl");
    }

    @Override
    public List<HeldEnd> held(int pid, List<Long> inodes) {
        return List.of();
    }

    @Override
    public long queued(long inode) {
        return NOT_TOLD;
    }
}
