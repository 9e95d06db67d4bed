package org.socklens.system;

import org.socklens.posix.Errno;

/// What became of the socket file that a path was bound to.
public sealed interface SocketFile {
    /// The address is no path: there is no file.
    record NoFile() implements SocketFile {}

    /// The path leads to the very file that was made at bind.
    ///
    /// @param mode type and mode bits, as in `st_mode`
    record Present(int mode, int uid, int gid, long inode) implements SocketFile {}

    /// The path leads nowhere: the file was removed or renamed.
    record Gone() implements SocketFile {}

    /// Another file has the name now.
    record Replaced(int mode, long inode) implements SocketFile {}

    /// The file is in the file tree of its holder, which is another one (a container, a private /tmp, a chroot).
    ///
    /// @param holder the process in whose file tree it was found
    record Elsewhere(MachineProcess holder, int mode, int uid, int gid, long inode) implements SocketFile {}

    /// This process may not look there.
    record Hidden(Errno errno) implements SocketFile {}
}
