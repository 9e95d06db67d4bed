package org.socklens.access.verdict;

import org.socklens.access.path.PathStep;

/// What stands in the way, and at which step.
public sealed interface Fault {
    /// The step at fault.
    PathStep step();

    /// A directory or the socket file lacks a right for this identity.
    record Lacks(PathStep step, Decision decision) implements Fault {}

    /// The walk itself ends here: a component is missing, no directory, one link too many …
    record Stopped(PathStep step) implements Fault {}

    /// Something stands at the name already, whatever it is.
    record Taken(PathStep step) implements Fault {}

    /// The name is free but ends in a slash, and no call makes a directory of a socket.
    record SlashAfterFreeName(PathStep step) implements Fault {}

    /// What stands there is no socket.
    record NotSocket(PathStep step) implements Fault {}

    /// A directory is not removed as a file is.
    record IsDirectory(PathStep step) implements Fault {}

    /// The name ends in a slash although no directory stands there.
    record SlashAfterFile(PathStep step) implements Fault {}

    /// The file system or the mount takes no changes.
    record ReadOnly(PathStep step) implements Fault {}

    /// The file system cannot hold sockets.
    record NoSockets(PathStep step) implements Fault {}

    /// `chattr +i` or `+a`.
    record Frozen(PathStep step) implements Fault {}

    /// The directory is sticky: only the owner of the file or of the directory may remove names.
    record Sticky(PathStep step, PathStep directory) implements Fault {}

    /// `fs.protected_symlinks`: a link in a sticky directory that all may write to is followed only for its owner, or
    /// when the directory's owner made it.
    record ProtectedLink(PathStep step, PathStep directory) implements Fault {}

    /// Another file is mounted over the name.
    record MountPoint(PathStep step) implements Fault {}
}
