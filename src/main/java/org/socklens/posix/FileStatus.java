package org.socklens.posix;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;

/// What the kernel says of a file (`man 2 statx`).
///
/// @param device the file system's device number, major in the upper half
/// @param inode the file's number in that file system
/// @param mode file type and mode bits, as in `st_mode`
/// @param links how many names the file has
/// @param uid the owner
/// @param gid the group
/// @param size in bytes
/// @param changed when the inode last changed, in nanoseconds since 1970 UTC
/// @param mount the mount it was reached through
public record FileStatus(
        long device, long inode, int mode, int links, int uid, int gid, long size, long changed, long mount) {
    private static final int S_IFMT = 0170000;
    private static final int S_IFSOCK = 0140000;
    private static final int S_IFLNK = 0120000;
    private static final int S_IFREG = 0100000;
    private static final int S_IFDIR = 0040000;

    /// No file: it has no type and equals no other.
    public static final FileStatus NONE = new FileStatus(-1, -1, 0, 0, 0, 0, 0, 0, 0);

    /// Size of `struct statx`, the same on every architecture.
    static final long STATX_BYTES = 256;

    static FileStatus read(MemorySegment statx) {
        long device = (long) statx.get(JAVA_INT, 136) << 32 | (statx.get(JAVA_INT, 140) & 0xffffffffL);
        long changed = statx.get(JAVA_LONG, 96) * 1_000_000_000L + statx.get(JAVA_INT, 104);
        return new FileStatus(
                device,
                statx.get(JAVA_LONG, 32),
                statx.get(JAVA_SHORT, 28) & 0xffff,
                statx.get(JAVA_INT, 16),
                statx.get(JAVA_INT, 20),
                statx.get(JAVA_INT, 24),
                statx.get(JAVA_LONG, 40),
                changed,
                statx.get(JAVA_LONG, 144));
    }

    /// Whether it is a socket file.
    public boolean isSocket() {
        return (mode & S_IFMT) == S_IFSOCK;
    }

    /// Whether it is a symbolic link.
    public boolean isLink() {
        return (mode & S_IFMT) == S_IFLNK;
    }

    /// Whether it is a directory.
    public boolean isDirectory() {
        return (mode & S_IFMT) == S_IFDIR;
    }

    /// Whether it is a regular file.
    public boolean isRegular() {
        return (mode & S_IFMT) == S_IFREG;
    }

    /// The twelve mode bits: set-id, sticky and the nine of owner, group and others.
    public int permissions() {
        return mode & 07777;
    }

    /// Whether both are the same file: device and inode agree.
    public boolean sameFile(FileStatus other) {
        return device == other.device && inode == other.inode;
    }
}
