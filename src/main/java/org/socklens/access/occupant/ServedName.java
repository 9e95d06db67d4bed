package org.socklens.access.occupant;

import org.jspecify.annotations.Nullable;
import org.socklens.access.path.FileNode;
import org.socklens.access.path.HeldPath;
import org.socklens.access.path.PathBytes;
import org.socklens.access.path.PathWalk;
import org.socklens.access.path.PathWalker;
import org.socklens.posix.Caller;
import org.socklens.posix.Errno;
import org.socklens.posix.FileStatus;

/// Watches the name under which a server serves. It holds the socket file open, so that it knows a rename from a
/// removal.
///
/// Not thread-safe: one instance a thread, on that thread's [Caller]; close it on that thread. A caller with a trace
/// that nobody shows keeps repeated looks out of the trace.
public final class ServedName implements AutoCloseable {
    private final PathWalker walker;
    private final byte[] path;
    private final HeldPath held;
    private @Nullable FileStatus known;

    /// Begins to watch; right after bind.
    public ServedName(Caller caller, byte[] path) {
        this.walker = new PathWalker(caller);
        this.path = path.clone();
        this.held = walker.hold(path);
        this.known = held.now();
    }

    /// What became of the name. A change of rights is told once.
    public NameState look() {
        FileStatus before = known;
        FileStatus now = held.now();
        PathBytes name = held.walk().absolute();
        if (before == null || now == null) {
            return new NameState.Removed(name);
        }
        PathWalk walk = walker.walk(path);
        FileNode end = walk.end();
        if (end != null && !end.status().sameFile(now)) {
            return new NameState.Replaced(name, end);
        }
        if (end == null) {
            return gone(name, now, walk);
        }
        known = now;
        return sameRights(before, now) ? new NameState.Ours() : new NameState.RightsChanged(before, now);
    }

    private NameState gone(PathBytes name, FileStatus now, PathWalk walk) {
        if (now.links() == 0) {
            return new NameState.Removed(name);
        }
        Errno errno = walk.error();
        return errno == null || errno.equals(Errno.ENOENT)
                ? new NameState.Renamed(name, held.nameNow())
                : new NameState.Hidden(name, errno);
    }

    private static boolean sameRights(FileStatus one, FileStatus two) {
        return one.mode() == two.mode() && one.uid() == two.uid() && one.gid() == two.gid();
    }

    /// Stops to watch.
    @Override
    public void close() {
        held.close();
    }
}
