package org.socklens.access.occupant;

import org.socklens.access.path.FileNode;
import org.socklens.access.path.ModeText;
import org.socklens.access.path.PathBytes;
import org.socklens.posix.Errno;
import org.socklens.posix.FileStatus;

/// What became of the name that a server bound, and what it means for old and new clients.
public sealed interface NameState {
    /// The name still leads to the server.
    record Ours() implements NameState {}

    /// It does, but somebody changed owner, group or mode.
    record RightsChanged(FileStatus before, FileStatus now) implements NameState {}

    /// The socket file was unlinked.
    record Removed(PathBytes name) implements NameState {}

    /// The socket file has another name now.
    record Renamed(PathBytes name, PathBytes now) implements NameState {}

    /// Another file stands under the name.
    record Replaced(PathBytes name, FileNode by) implements NameState {}

    /// A directory on the way lets this process look no further.
    record Hidden(PathBytes name, Errno errno) implements NameState {}

    /// A sentence for a banner; empty while nothing happened.
    default String sentence() {
        return switch (this) {
            case Ours _ -> "";
            case RightsChanged(FileStatus before, FileStatus now) -> rights(before, now);
            case Removed(PathBytes name) -> name.text()
                    + " was removed while serving: connections live on, new clients get " + Errno.ENOENT + ".";
            case Renamed(PathBytes name, PathBytes now) -> name.text() + " was renamed to " + now.text()
                    + " while serving: connections live on, new clients get through under the new name only.";
            case Replaced(PathBytes name, FileNode by) -> replaced(name, by.status());
            case Hidden(PathBytes name, Errno errno) -> name.text()
                    + " cannot be reached any more (" + errno + "): new clients like this process get the same.";
        };
    }

    private static String replaced(PathBytes name, FileStatus by) {
        return ("Another %s (inode %d) owns the name %s now: connections live on, new clients meet that one."
                        + " Stop leaves it alone.")
                .formatted(ModeText.kind(by.mode()), by.inode(), name.text());
    }

    private static String rights(FileStatus before, FileStatus now) {
        String modes = "from " + ModeText.octal(before.mode()) + " to " + ModeText.octal(now.mode());
        boolean sameOwner = before.uid() == now.uid() && before.gid() == now.gid();
        String what = sameOwner
                ? "The mode of the socket file changed " + modes
                : "The owner or group of the socket file changed (mode %s, uid %s, gid %s)".formatted(
                        ModeText.octal(now.mode()),
                        Integer.toUnsignedString(now.uid()),
                        Integer.toUnsignedString(now.gid()));
        return what + ": connections live on, new clients are judged by it.";
    }
}
