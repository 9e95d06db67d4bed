package org.socklens.access.path;

import java.nio.charset.StandardCharsets;
import org.socklens.posix.Caller;
import org.socklens.posix.FileCalls;
import org.socklens.posix.NodeCalls;

/// Walks paths. It opens each node by its name in the directory before it, which is already open, and reads everything
/// through that descriptor: nothing that is swapped meanwhile can mix two nodes into one step.
///
/// Not thread-safe: one instance a thread, on that thread's [Caller]. The calls may wait for a slow file system.
public final class PathWalker {
    private static final byte[] WORKING_DIRECTORY = "/proc/self/cwd".getBytes(StandardCharsets.US_ASCII);

    private final NodeCalls nodes;
    private final FileCalls files;

    /// Calls made here are told to the trace of `caller`.
    public PathWalker(Caller caller) {
        nodes = new NodeCalls(caller);
        files = new FileCalls(caller);
    }

    /// Walks a path of any bytes and length, following symbolic links. Never fails: what stopped the walk is its last
    /// step's error.
    public PathWalk walk(byte[] path) {
        try (HeldPath held = hold(path)) {
            return held.walk();
        }
    }

    /// Walks a path and keeps its end open, so that it can be acted on although the names may change.
    public HeldPath hold(byte[] path) {
        return new Walking(nodes, files, PathBytes.of(path), workingDirectory()).walk();
    }

    private PathBytes workingDirectory() {
        int length = files.readLink(FileCalls.AT_FDCWD, WORKING_DIRECTORY);
        return length < 0 ? PathBytes.of(System.getProperty("user.dir")) : PathBytes.of(files.linkTarget(length));
    }
}
