package org.socklens.system.scan;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.socklens.posix.Caller;
import org.socklens.posix.Errno;
import org.socklens.posix.FileCalls;
import org.socklens.posix.FileStatus;
import org.socklens.socket.Address;
import org.socklens.system.Holder;
import org.socklens.system.SocketFile;

/// Finds what became of socket files, each once a look however many connections share it. A file is the one that was
/// bound when device and the lower half of the inode agree; where the list does not tell these, any socket file is.
final class FileLook {
    private record Bound(Address.Path path, long inode, long device) {}

    private final FileCalls files;
    private final String root;
    private final Map<Bound, SocketFile> seen = new HashMap<>();

    /// @param root where the proc file system is mounted
    FileLook(Caller caller, String root) {
        this.files = new FileCalls(caller);
        this.root = root;
    }

    /// Forgets what was seen: another look begins.
    void begin() {
        seen.clear();
    }

    SocketFile look(FoundSocket socket, List<Holder> holders) {
        return socket.address() instanceof Address.Path path
                ? seen.computeIfAbsent(
                        new Bound(path, socket.fileInode(), socket.fileDevice()), bound -> find(bound, holders))
                : new SocketFile.NoFile();
    }

    private SocketFile find(Bound bound, List<Holder> holders) {
        byte[] path = bound.path().bytes();
        boolean absolute = path[0] == '/';
        int result = absolute ? files.statx(FileCalls.AT_FDCWD, path) : -Errno.ENOENT.number();
        if (result == 0 && isBound(files.status(), bound)) {
            FileStatus status = files.status();
            return new SocketFile.Present(status.mode(), status.uid(), status.gid(), status.inode());
        }
        FileStatus other = result == 0 ? files.status() : FileStatus.NONE;
        for (Holder holder : holders) {
            if (files.statx(FileCalls.AT_FDCWD, inTreeOf(holder, path)) == 0 && isBound(files.status(), bound)) {
                FileStatus status = files.status();
                return new SocketFile.Elsewhere(
                        holder.process(), status.mode(), status.uid(), status.gid(), status.inode());
            }
        }
        if (result == 0) {
            return new SocketFile.Replaced(other.mode(), other.inode());
        }
        Errno errno = Errno.of(-result);
        return errno.equals(Errno.ENOENT) || errno.equals(Errno.ENOTDIR)
                ? new SocketFile.Gone()
                : new SocketFile.Hidden(errno);
    }

    private static boolean isBound(FileStatus status, Bound bound) {
        boolean same = (status.inode() & 0xffffffffL) == bound.inode() && status.device() == bound.device();
        return status.isSocket() && (same || bound.inode() == 0);
    }

    /// An absolute path starts at the holder's root, a relative one most likely still in its working directory.
    private byte[] inTreeOf(Holder holder, byte[] path) {
        String start = root + "/" + holder.process().pid() + (path[0] == '/' ? "/root" : "/cwd/");
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(start.getBytes(StandardCharsets.US_ASCII));
        joined.writeBytes(path);
        return joined.toByteArray();
    }
}
