package org.socklens.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// Looking at files and removing them, relative to a directory descriptor. Paths are raw bytes without a NUL. Results
/// follow the kernel: 0 or more, or minus errno.
///
/// Not thread-safe: one instance a thread, on that thread's [Caller].
public final class FileCalls {
    /// Stands for the working directory where a directory descriptor is asked for.
    public static final int AT_FDCWD = -100;

    private static final int AT_SYMLINK_NOFOLLOW = 0x100;
    private static final int STATX_BASIC_STATS = 0x7ff;
    private static final int STATX_MNT_ID = 0x1000;
    private static final int O_PATH_DIRECTORY = 0x200000 | 0x10000 | 0x80000;
    private static final int PATH_BYTES = 4096;

    private static final MethodHandle STATX =
            Linkage.bind("statx", Linkage.returningInt(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS));
    private static final MethodHandle OPENAT = Linkage.bind(
            "openat",
            Linkage.returningInt(JAVA_INT, ADDRESS, JAVA_INT),
            Linker.Option.firstVariadicArg(3));
    private static final MethodHandle READLINKAT =
            Linkage.bind("readlinkat", Linkage.returningLong(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG));
    private static final MethodHandle UNLINKAT =
            Linkage.bind("unlinkat", Linkage.returningInt(JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle MKDIRAT =
            Linkage.bind("mkdirat", Linkage.returningInt(JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle FCHMOD = Linkage.bind("fchmod", Linkage.returningInt(JAVA_INT, JAVA_INT));
    private static final MethodHandle CLOSE = Linkage.bind("close", Linkage.returningInt(JAVA_INT));

    private final Caller caller;
    private final MemorySegment status;
    private final MemorySegment target;

    /// Calls made here are told to the trace of `caller`.
    public FileCalls(Caller caller) {
        this.caller = caller;
        status = caller.allocate(FileStatus.STATX_BYTES);
        target = caller.allocate(PATH_BYTES);
    }

    /// `statx` of the name itself: a symbolic link is not followed. [#status] holds the answer when the result is 0.
    public int statx(int directory, byte[] path) {
        int result;
        try {
            result = (int) STATX.invokeExact(
                    caller.errnoSlot(),
                    directory,
                    caller.cString(path),
                    AT_SYMLINK_NOFOLLOW,
                    STATX_BASIC_STATS | STATX_MNT_ID,
                    status);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        return caller.told(
                SystemCall.STATX,
                directory,
                0,
                0,
                PathText.quoted(path) + ", AT_SYMLINK_NOFOLLOW, STATX_BASIC_STATS",
                caller.kernelResult(result));
    }

    /// What the latest [#statx] that succeeded read.
    public FileStatus status() {
        return FileStatus.read(status);
    }

    /// `openat` of a directory with O_PATH: a descriptor that names it, whatever happens to the path afterwards.
    public int openDirectory(int directory, byte[] path) {
        int result;
        try {
            result = (int) OPENAT.invokeExact(caller.errnoSlot(), directory, caller.cString(path), O_PATH_DIRECTORY);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        return caller.told(
                SystemCall.OPENAT,
                directory,
                0,
                0,
                PathText.quoted(path) + ", O_PATH|O_DIRECTORY|O_CLOEXEC",
                caller.kernelResult(result));
    }

    /// `readlinkat`: the length of what a symbolic link says. [#linkTarget] holds the bytes.
    public int readLink(int directory, byte[] path) {
        long result;
        try {
            result = (long) READLINKAT.invokeExact(
                    caller.errnoSlot(), directory, caller.cString(path), target, (long) PATH_BYTES);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        return (int) caller.told(
                SystemCall.READLINKAT, directory, 0, 0, PathText.quoted(path), caller.kernelResult(result));
    }

    /// The first `length` bytes that the latest [#readLink] read.
    public byte[] linkTarget(int length) {
        return target.asSlice(0, length).toArray(JAVA_BYTE);
    }

    /// `unlinkat`: removes the name of a file.
    public int unlink(int directory, byte[] name) {
        int result;
        try {
            result = (int) UNLINKAT.invokeExact(caller.errnoSlot(), directory, caller.cString(name), 0);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        return caller.told(
                SystemCall.UNLINKAT, directory, 0, 0, PathText.quoted(name), caller.kernelResult(result));
    }

    /// `mkdirat` with mode 0777 less the umask. EEXIST when anything has this name.
    public int makeDirectory(int directory, byte[] name) {
        int result;
        try {
            result = (int) MKDIRAT.invokeExact(caller.errnoSlot(), directory, caller.cString(name), 0777);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        return caller.told(
                SystemCall.MKDIRAT, directory, 0, 0, PathText.quoted(name) + ", 0777", caller.kernelResult(result));
    }

    /// `fchmod`. On an unbound socket it sets the mode that bind will make the socket file with, less the umask.
    public int fchmod(int fd, int mode) {
        int result;
        try {
            result = (int) FCHMOD.invokeExact(caller.errnoSlot(), fd, mode);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        return caller.told(
                SystemCall.FCHMOD, fd, 0, 0, "0" + Integer.toOctalString(mode), caller.kernelResult(result));
    }

    /// `close`. The descriptor is gone whatever the result says.
    public int close(int fd) {
        int result;
        try {
            result = (int) CLOSE.invokeExact(caller.errnoSlot(), fd);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        return caller.told(SystemCall.CLOSE_FILE, fd, 0, 0, null, caller.kernelResult(result));
    }
}
