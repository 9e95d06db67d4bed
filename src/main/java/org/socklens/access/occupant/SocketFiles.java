package org.socklens.access.occupant;

import java.util.Optional;
import org.socklens.access.account.Accounts;
import org.socklens.access.path.FileNode;
import org.socklens.access.path.HeldPath;
import org.socklens.access.path.PathStep;
import org.socklens.access.path.PathWalk;
import org.socklens.access.path.PathWalker;
import org.socklens.posix.Caller;
import org.socklens.posix.Errno;

/// Looks at paths. Opens nothing but names; asks by [SocketProbe] whether a socket without an owner here is stale.
///
/// Not thread-safe: one instance a thread, on that thread's [Caller]; not for the FX thread.
public final class SocketFiles {
    private final PathWalker walker;
    private final BoundSockets sockets;
    private final SocketProbe probe;
    private final Accounts accounts;

    /// Calls made here are told to the trace of `caller`.
    public SocketFiles(Caller caller, Accounts accounts) {
        this.walker = new PathWalker(caller);
        this.sockets = new BoundSockets(caller);
        this.probe = new SocketProbe(caller);
        this.accounts = accounts;
    }

    /// What stands at a path of any bytes.
    public SocketFile look(byte[] path) {
        try (HeldPath held = walker.hold(path)) {
            return describe(held);
        }
    }

    private SocketFile describe(HeldPath held) {
        PathWalk walk = held.walk();
        FileNode node = walk.end();
        return new SocketFile(
                walk,
                occupant(held),
                node == null ? null : accounts.userName(node.status().uid()),
                node == null ? null : accounts.groupName(node.status().gid()));
    }

    private Occupant occupant(HeldPath held) {
        PathWalk walk = held.walk();
        Errno error = walk.error();
        if (error != null) {
            return nothing(walk, error);
        }
        FileNode node = walk.last().reached();
        return node.status().isSocket() ? socket(node, held.node()) : file(node);
    }

    private Occupant socket(FileNode node, int fd) {
        Optional<BoundSocket> bound = sockets.find(node.status());
        if (bound.isPresent() || !SocketProbe.isSomebody(probe.ask(fd))) {
            return new Occupant.SocketNode(node, bound.orElse(null));
        }
        return sockets.findByInodeAlone(node.status())
                .<Occupant>map(found -> new Occupant.SocketNode(node, found))
                .orElseGet(() -> new Occupant.ForeignSocket(node));
    }

    private static Occupant file(FileNode node) {
        if (node.status().isRegular()) {
            return new Occupant.RegularFile(node);
        }
        return node.status().isDirectory() ? new Occupant.Directory(node) : new Occupant.OtherFile(node);
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
