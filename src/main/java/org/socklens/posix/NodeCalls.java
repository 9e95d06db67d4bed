package org.socklens.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;

/// Looking at and changing one file system node through a descriptor that holds it (O_PATH), so that nobody can put
/// another node in its place between two calls. Results follow the kernel: 0 or more, or minus errno.
///
/// Not thread-safe: one instance a thread, on that thread's [Caller].
public final class NodeCalls {
    /// Leaves the owner or the group as it is, for [#chown].
    public static final int UNCHANGED = -1;

    /// The mount refuses every write (`f_flags` of `man 2 statfs`).
    public static final long ST_RDONLY = 1;

    /// The mount refuses to follow symbolic links.
    public static final long ST_NOSYMFOLLOW = 0x2000;

    /// The node can be neither changed, removed nor written to (`chattr +i`).
    public static final long STATX_ATTR_IMMUTABLE = 0x10;

    /// The node only grows: nothing in it can be removed (`chattr +a`).
    public static final long STATX_ATTR_APPEND = 0x20;

    private static final int AT_EMPTY_PATH = 0x1000;
    private static final int O_PATH_NOFOLLOW = 0x200000 | 0x20000 | 0x80000;
    private static final int O_PATH_FOLLOW = 0x200000 | 0x80000;
    private static final int STATX_WANTED = 0x7ff | 0x1000;
    private static final int PATH_BYTES = 4096;
    private static final int VALUE_BYTES = 65536;
    private static final long STATFS_BYTES = 120;
    private static final long STATFS_FLAGS = 80;
    private static final long STATX_ATTRIBUTES = 8;
    private static final byte[] EMPTY = {};

    private static final MethodHandle OPENAT = Linkage.bind(
            "openat", Linkage.returningInt(JAVA_INT, ADDRESS, JAVA_INT), Linker.Option.firstVariadicArg(3));
    private static final MethodHandle STATX =
            Linkage.bind("statx", Linkage.returningInt(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS));
    private static final MethodHandle READLINKAT =
            Linkage.bind("readlinkat", Linkage.returningLong(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG));
    private static final MethodHandle FSTATFS = Linkage.bind("fstatfs", Linkage.returningInt(JAVA_INT, ADDRESS));
    private static final MethodHandle GETXATTR =
            Linkage.bind("getxattr", Linkage.returningLong(ADDRESS, ADDRESS, ADDRESS, JAVA_LONG));
    private static final MethodHandle CHMOD = Linkage.bind("chmod", Linkage.returningInt(ADDRESS, JAVA_INT));
    private static final MethodHandle FCHOWNAT =
            Linkage.bind("fchownat", Linkage.returningInt(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT));

    private final Caller caller;
    private final MemorySegment status;
    private final MemorySegment fileSystem;
    private final MemorySegment target;
    private final MemorySegment value;

    /// Calls made here are told to the trace of `caller`.
    public NodeCalls(Caller caller) {
        this.caller = caller;
        status = caller.allocate(FileStatus.STATX_BYTES);
        fileSystem = caller.allocate(STATFS_BYTES);
        target = caller.allocate(PATH_BYTES);
        value = caller.allocate(VALUE_BYTES);
    }

    /// `openat` with O_PATH and O_NOFOLLOW: a descriptor of the very node with this name, a symbolic link included.
    public int open(int directory, byte[] name) {
        return open(directory, name, O_PATH_NOFOLLOW, "O_PATH|O_NOFOLLOW|O_CLOEXEC");
    }

    /// `openat` with O_PATH alone: symbolic links are followed by the kernel.
    public int openFollowing(int directory, byte[] name) {
        return open(directory, name, O_PATH_FOLLOW, "O_PATH|O_CLOEXEC");
    }

    private int open(int directory, byte[] name, int flags, String flagsText) {
        int result;
        try {
            result = (int) OPENAT.invokeExact(caller.errnoSlot(), directory, caller.cString(name), flags);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        return caller.told(
                SystemCall.OPENAT,
                directory,
                0,
                0,
                PathText.quoted(name) + ", " + flagsText,
                caller.kernelResult(result));
    }

    /// `statx` of the node that `fd` holds. [#status] and [#attributes] hold the answer when the result is 0.
    public int statx(int fd) {
        int result;
        try {
            result = (int) STATX.invokeExact(
                    caller.errnoSlot(), fd, caller.cString(EMPTY), AT_EMPTY_PATH, STATX_WANTED, status);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        return caller.told(
                SystemCall.STATX, fd, 0, 0, "\"\", AT_EMPTY_PATH, STATX_BASIC_STATS", caller.kernelResult(result));
    }

    /// What the latest [#statx] that succeeded read.
    public FileStatus status() {
        return FileStatus.read(status);
    }

    /// `stx_attributes` of the latest [#statx] that succeeded.
    public long attributes() {
        return status.get(JAVA_LONG, STATX_ATTRIBUTES);
    }

    /// `readlinkat` of the link that `fd` holds: the length of what it says. [#linkTarget] holds the bytes.
    public int readLink(int fd) {
        long result;
        try {
            result = (long) READLINKAT.invokeExact(
                    caller.errnoSlot(), fd, caller.cString(EMPTY), target, (long) PATH_BYTES);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        return (int) caller.told(SystemCall.READLINKAT, fd, 0, 0, "\"\"", caller.kernelResult(result));
    }

    /// The first `length` bytes that the latest [#readLink] read.
    public byte[] linkTarget(int length) {
        return target.asSlice(0, length).toArray(JAVA_BYTE);
    }

    /// `fstatfs`. [#fileSystemMagic] and [#mountFlags] hold the answer when the result is 0.
    public int statfs(int fd) {
        int result;
        try {
            result = (int) FSTATFS.invokeExact(caller.errnoSlot(), fd, fileSystem);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        return caller.told(SystemCall.FSTATFS, fd, 0, 0, null, caller.kernelResult(result));
    }

    /// `f_type` of the latest [#statfs] that succeeded.
    public long fileSystemMagic() {
        return fileSystem.get(JAVA_LONG, 0);
    }

    /// `f_flags` of the latest [#statfs] that succeeded.
    public long mountFlags() {
        return fileSystem.get(JAVA_LONG, STATFS_FLAGS);
    }

    /// `getxattr` of the node that `fd` holds: the length of the value; ENODATA when there is none, EOPNOTSUPP when the
    /// file system keeps none. [#attributeValue] holds the bytes.
    public int attribute(int fd, String name) {
        long result;
        try (Arena arena = Arena.ofConfined()) {
            result = (long) GETXATTR.invokeExact(
                    caller.errnoSlot(),
                    caller.cString(pathOf(fd)),
                    arena.allocateFrom(name),
                    value,
                    (long) VALUE_BYTES);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        return (int) caller.told(
                SystemCall.GETXATTR, fd, 0, 0, quotedPathOf(fd) + ", \"" + name + "\"", caller.kernelResult(result));
    }

    /// The first `length` bytes of the value that the latest [#attribute] read.
    public byte[] attributeValue(int length) {
        return value.asSlice(0, length).toArray(JAVA_BYTE);
    }

    /// `chmod` of the node that `fd` holds, set-id and sticky bits included. EPERM when it belongs to someone else.
    public int chmod(int fd, int mode) {
        int result;
        try {
            result = (int) CHMOD.invokeExact(caller.errnoSlot(), caller.cString(pathOf(fd)), mode);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        String what = quotedPathOf(fd) + ", 0" + Integer.toOctalString(mode);
        return caller.told(SystemCall.CHMOD, fd, 0, 0, what, caller.kernelResult(result));
    }

    /// `fchownat` of the node that `fd` holds. EPERM unless the owner gives it to a group of his own, or root asks.
    ///
    /// @param uid the new owner, or [#UNCHANGED]
    /// @param gid the new group, or [#UNCHANGED]
    public int chown(int fd, int uid, int gid) {
        int result;
        try {
            result = (int) FCHOWNAT.invokeExact(caller.errnoSlot(), fd, caller.cString(EMPTY), uid, gid, AT_EMPTY_PATH);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        return caller.told(SystemCall.FCHOWNAT, fd, uid, gid, null, caller.kernelResult(result));
    }

    /// A path that leads to the node that `fd` holds, whatever became of its name: for calls that take no descriptor.
    public static byte[] pathOf(int fd) {
        return ("/proc/self/fd/" + fd).getBytes(StandardCharsets.US_ASCII);
    }

    private static String quotedPathOf(int fd) {
        return PathText.quoted(pathOf(fd));
    }
}
