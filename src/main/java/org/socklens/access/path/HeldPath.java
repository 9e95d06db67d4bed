package org.socklens.access.path;

import org.jspecify.annotations.Nullable;
import org.socklens.posix.FileCalls;
import org.socklens.posix.FileStatus;
import org.socklens.posix.NodeCalls;

/// A walk whose end is still open: the directory of the last component, and the node if there is one. Use it on the
/// thread that walked, and close it there.
public final class HeldPath implements AutoCloseable {
    private static final int NONE = -1;

    private final PathWalk walk;
    private final FileCalls files;
    private final NodeCalls nodes;
    private int directory;
    private int node;

    HeldPath(PathWalk walk, FileCalls files, NodeCalls nodes, int directory, int node) {
        this.walk = walk;
        this.files = files;
        this.nodes = nodes;
        this.directory = directory;
        this.node = node;
    }

    /// What the walk saw.
    public PathWalk walk() {
        return walk;
    }

    /// The descriptor of the node at the end, or -1 when the walk did not arrive.
    public int node() {
        return node;
    }

    /// The calls that take [#node].
    public NodeCalls nodes() {
        return nodes;
    }

    /// Whether the end of the walk is the node that was looked at before.
    public boolean endsAt(FileStatus seen) {
        FileNode end = walk.end();
        return end != null && end.status().sameFile(seen);
    }

    /// Whether the last name still leads to the node that is held.
    public boolean isStillNamed() {
        FileNode end = walk.end();
        return end != null
                && files.statx(directory, walk.last().name().toByteArray()) == 0
                && files.status().sameFile(end.status());
    }

    /// The held node as it is now, whatever became of its name; it has no link left when every name is gone. Null when
    /// nothing is held or the file system refuses to tell.
    public @Nullable FileStatus now() {
        return node != NONE && nodes.statx(node) == 0 ? nodes.status() : null;
    }

    /// The path under which the kernel knows the held node now; meaningless when every name is gone.
    public PathBytes nameNow() {
        int length = files.readLink(FileCalls.AT_FDCWD, NodeCalls.pathOf(node));
        return length < 0 ? walk.last().path() : PathBytes.of(files.linkTarget(length));
    }

    /// Removes the last name from its directory.
    ///
    /// @return 0, or minus errno
    public int unlink() {
        return files.unlink(directory, walk.last().name().toByteArray());
    }

    /// Closes both descriptors.
    @Override
    public void close() {
        if (node != NONE) {
            files.close(node);
            node = NONE;
        }
        if (directory != NONE) {
            files.close(directory);
            directory = NONE;
        }
    }
}
