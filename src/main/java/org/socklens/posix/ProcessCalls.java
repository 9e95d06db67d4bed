package org.socklens.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;

/// Who the calling thread is to the kernel: its ids, groups and capabilities. Any thread may call; nothing blocks and
/// no trace is told, for these are read by every look.
public final class ProcessCalls {
    private static final int CAPABILITY_VERSION_3 = 0x20080522;
    private static final int RLIMIT_NOFILE = 7;
    private static final long EFFECTIVE_LOW = 0;
    private static final long EFFECTIVE_HIGH = 12;

    private static final MethodHandle GETEUID = Linkage.bind("geteuid", Linkage.returningInt());
    private static final MethodHandle GETEGID = Linkage.bind("getegid", Linkage.returningInt());
    private static final MethodHandle GETGROUPS =
            Linkage.bind("getgroups", Linkage.returningInt(JAVA_INT, ADDRESS));
    private static final MethodHandle CAPGET = Linkage.bind("capget", Linkage.returningInt(ADDRESS, ADDRESS));
    private static final MethodHandle GETRLIMIT =
            Linkage.bind("getrlimit", Linkage.returningInt(JAVA_INT, ADDRESS));

    private ProcessCalls() {}

    /// `geteuid`.
    public static int effectiveUid() {
        return plain(GETEUID);
    }

    /// `getegid`.
    public static int effectiveGid() {
        return plain(GETEGID);
    }

    /// `getgroups`: the supplementary groups that this process got at login.
    public static List<Integer> groups() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment errno = arena.allocate(Linkage.errnoSlot());
            int count = getgroups(errno, 0, MemorySegment.NULL);
            MemorySegment groups = arena.allocate(JAVA_INT, Math.max(1, count));
            int read = getgroups(errno, count, groups);
            List<Integer> all = new ArrayList<>();
            for (int i = 0; i < read; i++) {
                all.add(groups.getAtIndex(JAVA_INT, i));
            }
            return List.copyOf(all);
        }
    }

    /// `capget`: the effective capabilities, bit N for capability number N (`man 7 capabilities`).
    public static long effectiveCapabilities() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment header = arena.allocate(8, 4);
            header.set(JAVA_INT, 0, CAPABILITY_VERSION_3);
            MemorySegment sets = arena.allocate(24, 4);
            int result = (int) CAPGET.invokeExact(arena.allocate(Linkage.errnoSlot()), header, sets);
            if (result < 0) {
                return 0;
            }
            long high = Integer.toUnsignedLong(sets.get(JAVA_INT, EFFECTIVE_HIGH));
            return high << 32 | Integer.toUnsignedLong(sets.get(JAVA_INT, EFFECTIVE_LOW));
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
    }

    /// `getrlimit`: how many descriptors this process may have open (the soft limit, which is the one that counts).
    /// Needs no descriptor itself. -1 when there is no limit.
    public static long openFileLimit() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment limits = arena.allocate(16, 8);
            int result = (int) GETRLIMIT.invokeExact(arena.allocate(Linkage.errnoSlot()), RLIMIT_NOFILE, limits);
            return result < 0 ? -1 : limits.get(JAVA_LONG, 0);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
    }

    private static int plain(MethodHandle call) {
        try (Arena arena = Arena.ofConfined()) {
            return (int) call.invokeExact(arena.allocate(Linkage.errnoSlot()));
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
    }

    private static int getgroups(MemorySegment errno, int room, MemorySegment into) {
        try {
            return (int) GETGROUPS.invokeExact(errno, room, into);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
    }
}
