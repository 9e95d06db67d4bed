package org.socklens.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// Reads the proc file system (`man 5 proc`) by raw calls relative to directory descriptors. Such a descriptor belongs
/// to one process for ever: when that has ended, calls through it fail with ESRCH even if the number is used again.
/// Results follow the kernel: 0 or more, or minus errno. No call is told to a trace, for one look at the machine makes
/// tens of thousands.
///
/// Not thread-safe: one instance a thread, on that thread's [Caller].
public final class ProcCalls {
    private static final int O_DIRECTORY_CLOEXEC = 0x10000 | 0x80000;
    private static final int O_DIRECTORY_CLOEXEC_ARM = 0x4000 | 0x80000;
    private static final int DIRECTORY_FLAGS =
            System.getProperty("os.arch", "").equals("aarch64") ? O_DIRECTORY_CLOEXEC_ARM : O_DIRECTORY_CLOEXEC;
    private static final int O_RDONLY_CLOEXEC = 0x80000;
    private static final int STATX_UID = 0x8;
    private static final int STATX_OWNER = 20;
    private static final int LIST_BYTES = 1 << 16;
    private static final int TEXT_BYTES = 1 << 16;
    private static final int LINK_BYTES = 64;
    private static final int ENTRY_LENGTH = 16;
    private static final int ENTRY_NAME = 19;
    /// `socket:[` as the machine reads eight bytes.
    private static final long SOCKET_PREFIX = prefix();
    private static final int PREFIX_BYTES = 8;

    private static final MethodHandle OPENAT = Linkage.bind(
            "openat", Linkage.returningInt(JAVA_INT, ADDRESS, JAVA_INT), Linker.Option.firstVariadicArg(3));
    private static final MethodHandle GETDENTS64 =
            Linkage.bind("getdents64", Linkage.returningLong(JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle READLINKAT =
            Linkage.bind("readlinkat", Linkage.returningLong(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG));
    private static final MethodHandle READ =
            Linkage.bind("read", Linkage.returningLong(JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle STATX =
            Linkage.bind("statx", Linkage.returningInt(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS));
    private static final MethodHandle CLOSE = Linkage.bind("close", Linkage.returningInt(JAVA_INT));

    private final Caller caller;
    private final MemorySegment list;
    private final MemorySegment link;
    private final MemorySegment text;
    private final MemorySegment status;
    private long entry;
    private long entries;

    /// Uses the errno slot and the memory of `caller`, not its trace.
    public ProcCalls(Caller caller) {
        this.caller = caller;
        list = caller.allocate(LIST_BYTES);
        link = caller.allocate(LINK_BYTES);
        text = caller.allocate(TEXT_BYTES);
        status = caller.allocate(FileStatus.STATX_BYTES);
    }

    /// `openat` of a directory that is to be listed. EACCES when it belongs to a process that this one may not look
    /// into.
    public int openDirectory(int directory, byte[] name) {
        return open(directory, name, DIRECTORY_FLAGS);
    }

    private int open(int directory, byte[] name, int flags) {
        try {
            int result = (int) OPENAT.invokeExact(caller.errnoSlot(), directory, caller.cString(name), flags);
            return caller.kernelResult(result);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
    }

    /// `getdents64`: reads the next entries of a directory, 0 at its end. [#next] goes through them.
    public long list(int fd) {
        try {
            long result = (long) GETDENTS64.invokeExact(caller.errnoSlot(), fd, list, (long) LIST_BYTES);
            entry = -1;
            entries = result;
            return caller.kernelResult(result);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
    }

    /// Goes on to the next entry that [#list] read; false when there is none.
    public boolean next() {
        entry = entry < 0 ? 0 : entry + Short.toUnsignedInt(list.get(JAVA_SHORT, entry + ENTRY_LENGTH));
        return entry < entries;
    }

    /// The entry's name as a decimal number, or -1 when it is none: the number of a process or of a descriptor.
    public int number() {
        int number = 0;
        for (long at = entry + ENTRY_NAME; ; at++) {
            byte digit = list.get(JAVA_BYTE, at);
            if (digit == 0) {
                return number;
            }
            if (digit < '0' || digit > '9') {
                return -1;
            }
            number = 10 * number + digit - '0';
        }
    }

    /// `readlinkat` of the entry of a `/proc/PID/fd`: the number of the socket that it leads to, -1 when it leads to
    /// something else or is closed by now.
    public long socket(int fd) {
        MemorySegment name = list.asSlice(entry + ENTRY_NAME);
        long length;
        try {
            length = (long) READLINKAT.invokeExact(caller.errnoSlot(), fd, name, link, (long) LINK_BYTES);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
        return length <= PREFIX_BYTES || link.get(JAVA_LONG, 0) != SOCKET_PREFIX ? -1 : digits(length);
    }

    private long digits(long length) {
        long number = 0;
        for (long at = PREFIX_BYTES; at < length - 1; at++) {
            number = 10 * number + link.get(JAVA_BYTE, at) - '0';
        }
        return number;
    }

    /// Reads a whole small file, at most 64 KiB: its length. [#content] holds the bytes.
    public int read(int directory, byte[] name) {
        int fd = open(directory, name, O_RDONLY_CLOEXEC);
        if (fd < 0) {
            return fd;
        }
        int length = 0;
        long read;
        do {
            read = read(fd, length);
            length += (int) Math.max(0, read);
        } while (read > 0 && length < TEXT_BYTES);
        close(fd);
        return read < 0 ? (int) read : length;
    }

    private long read(int fd, int from) {
        try {
            long result = (long)
                    READ.invokeExact(caller.errnoSlot(), fd, text.asSlice(from), (long) (TEXT_BYTES - from));
            return caller.kernelResult(result);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
    }

    /// The first `length` bytes that the latest [#read] read.
    public byte[] content(int length) {
        return text.asSlice(0, length).toArray(JAVA_BYTE);
    }

    /// `statx` of `/proc/PID`: the effective user of the process, which owns it. [#owner] holds the answer when the
    /// result is 0.
    public int statOwner(int directory, byte[] name) {
        try {
            int result = (int) STATX.invokeExact(
                    caller.errnoSlot(), directory, caller.cString(name), 0, STATX_UID, status);
            return caller.kernelResult(result);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
    }

    /// The user that the latest [#statOwner] that succeeded read.
    public int owner() {
        return status.get(JAVA_INT, STATX_OWNER);
    }

    /// `close`.
    public int close(int fd) {
        try {
            return caller.kernelResult((int) CLOSE.invokeExact(caller.errnoSlot(), fd));
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
    }

    private static long prefix() {
        byte[] bytes = {'s', 'o', 'c', 'k', 'e', 't', ':', '['};
        return MemorySegment.ofArray(bytes).get(JAVA_LONG_UNALIGNED, 0);
    }
}
