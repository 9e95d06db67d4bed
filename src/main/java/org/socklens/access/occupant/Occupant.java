package org.socklens.access.occupant;

import org.jspecify.annotations.Nullable;
import org.socklens.access.path.FileNode;
import org.socklens.access.path.ModeText;
import org.socklens.access.path.PathStep;
import org.socklens.posix.Errno;

/// What stands at the end of a path, symbolic links followed.
public sealed interface Occupant {
    /// Nothing: the name is free.
    record Free() implements Occupant {}

    /// A directory on the way is missing, or is none.
    ///
    /// @param at the first component that could not be passed
    record NoWay(PathStep at, Errno errno) implements Occupant {}

    /// A symbolic link whose target does not exist.
    record DanglingLink(PathStep link) implements Occupant {}

    /// A socket file.
    ///
    /// @param bound the socket behind it; null when nobody is: it is stale
    record SocketNode(FileNode node, @Nullable BoundSocket bound) implements Occupant {}

    /// A socket file with a socket behind it that the kernel does not list here: it belongs to another network
    /// namespace.
    record ForeignSocket(FileNode node) implements Occupant {}

    /// A regular file.
    record RegularFile(FileNode node) implements Occupant {}

    /// A directory.
    record Directory(FileNode node) implements Occupant {}

    /// A device, a pipe …
    record OtherFile(FileNode node) implements Occupant {}

    /// This process may not look.
    record Unseen(PathStep at, Errno errno) implements Occupant {}

    /// In a few words: `live STREAM listener`, `stale`, `regular file`, `free` …
    default String words() {
        return switch (this) {
            case Free _ -> "free";
            case NoWay(PathStep at, Errno _) -> at.node() == null ? "missing directory" : "not a directory";
            case DanglingLink _ -> "dangling link";
            case SocketNode(FileNode _, BoundSocket bound) -> bound == null ? "stale" : words(bound);
            case ForeignSocket _ -> "live, of another network namespace";
            case RegularFile _ -> "regular file";
            case Directory _ -> "directory";
            case OtherFile(FileNode node) -> ModeText.kind(node.status().mode());
            case Unseen _ -> "hidden";
        };
    }

    private static String words(BoundSocket bound) {
        return switch (bound.state()) {
            case LISTENING -> "live " + bound.type() + " listener";
            case RECEIVING -> "live " + bound.type() + " socket";
            case BOUND -> bound.type() + " bound, not listening";
        };
    }
}
