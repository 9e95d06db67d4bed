package org.socklens.access.occupant;

import org.jspecify.annotations.Nullable;
import org.socklens.access.account.Accounts;
import org.socklens.access.path.FileNode;
import org.socklens.access.path.PathStep;
import org.socklens.access.path.PathWalk;
import org.socklens.access.path.PathWalker;
import org.socklens.posix.Caller;
import org.socklens.posix.Errno;

/// Looks at paths. Opens nothing but names, connects to nothing.
///
/// Not thread-safe: one instance a thread, on that thread's [Caller]; not for the FX thread.
public final class SocketFiles {
    private final PathWalker walker;
    private final BoundSockets sockets;
    private final Accounts accounts;

    /// Calls made here are told to the trace of `caller`.
    public SocketFiles(Caller caller, Accounts accounts) {
        this.walker = new PathWalker(caller);
        this.sockets = new BoundSockets(caller);
        this.accounts = accounts;
    }

    /// What stands at a path of any bytes.
    public SocketFile look(byte[] path) {
        return describe(walker.walk(path));
    }

    /// What stands at the end of a walk that was made before.
    public SocketFile describe(PathWalk walk) {
        FileNode node = walk.end();
        return new SocketFile(
                walk,
                occupant(walk),
                node == null ? null : accounts.userName(node.status().uid()),
                node == null ? null : accounts.groupName(node.status().gid()));
    }

    private Occupant occupant(PathWalk walk) {
        Errno error = walk.error();
        return error == null ? occupant(walk.last().reached()) : nothing(walk, error);
    }

    private Occupant occupant(FileNode node) {
        if (node.status().isSocket()) {
            return new Occupant.SocketNode(node, bound(node));
        }
        if (node.status().isRegular()) {
            return new Occupant.RegularFile(node);
        }
        return node.status().isDirectory() ? new Occupant.Directory(node) : new Occupant.OtherFile(node);
    }

    private @Nullable BoundSocket bound(FileNode node) {
        return sockets.find(node.status()).orElse(null);
    }

    private static Occupant nothing(PathWalk walk, Errno error) {
        PathStep named = walk.named();
        boolean missing = error.equals(Errno.ENOENT);
        if (missing && named != null && named.isLink()) {
            return new Occupant.DanglingLink(named);
        }
        if (missing && named != null) {
            return new Occupant.Free();
        }
        return missing || error.equals(Errno.ENOTDIR)
                ? new Occupant.NoWay(walk.last(), error)
                : new Occupant.Unseen(walk.last(), error);
    }
}
