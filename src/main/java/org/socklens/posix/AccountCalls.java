package org.socklens.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The account database through the C library, so that whatever the machine uses (files, LDAP, systemd) answers.
///
/// These are library functions, not system calls: no trace is told. Any thread may call; each call may block as long as
/// the database takes. An account that does not exist and one that cannot be looked up are both null.
public final class AccountCalls {
    private static final int ERANGE = 34;
    private static final int FIRST_BUFFER = 4096;
    private static final int LARGEST_BUFFER = 1 << 20;
    private static final int FIRST_GROUPS = 64;
    private static final int MOST_GROUPS = 65536;

    // struct passwd and struct group of 64-bit Linux.
    private static final long PASSWD_BYTES = 48;
    private static final long PASSWD_UID = 16;
    private static final long PASSWD_GID = 20;
    private static final long GROUP_BYTES = 32;
    private static final long GROUP_GID = 16;

    private static final MethodHandle GETPWUID_R = Linkage.bind(
            "getpwuid_r", Linkage.returningInt(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS));
    private static final MethodHandle GETPWNAM_R =
            Linkage.bind("getpwnam_r", Linkage.returningInt(ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS));
    private static final MethodHandle GETGRGID_R = Linkage.bind(
            "getgrgid_r", Linkage.returningInt(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS));
    private static final MethodHandle GETGRNAM_R =
            Linkage.bind("getgrnam_r", Linkage.returningInt(ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS));
    private static final MethodHandle GETGROUPLIST =
            Linkage.bind("getgrouplist", Linkage.returningInt(ADDRESS, JAVA_INT, ADDRESS, ADDRESS));

    /// A line of the user database.
    ///
    /// @param gid the primary group
    public record User(String name, int uid, int gid) {}

    /// A line of the group database.
    public record Group(String name, int gid) {}

    /// One `getXXX_r` function with its key: all four share the rest of their arguments.
    @FunctionalInterface
    private interface Lookup {
        int call(MemorySegment errno, MemorySegment entry, MemorySegment buffer, long size, MemorySegment found)
                throws Throwable;
    }

    private AccountCalls() {}

    /// `getpwuid_r`.
    public static @Nullable User userById(int uid) {
        return user((errno, entry, buffer, size, found) ->
                (int) GETPWUID_R.invokeExact(errno, uid, entry, buffer, size, found));
    }

    /// `getpwnam_r`.
    public static @Nullable User userByName(String name) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment key = arena.allocateFrom(name);
            return user((errno, entry, buffer, size, found) ->
                    (int) GETPWNAM_R.invokeExact(errno, key, entry, buffer, size, found));
        }
    }

    /// `getgrgid_r`.
    public static @Nullable Group groupById(int gid) {
        return group((errno, entry, buffer, size, found) ->
                (int) GETGRGID_R.invokeExact(errno, gid, entry, buffer, size, found));
    }

    /// `getgrnam_r`.
    public static @Nullable Group groupByName(String name) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment key = arena.allocateFrom(name);
            return group((errno, entry, buffer, size, found) ->
                    (int) GETGRNAM_R.invokeExact(errno, key, entry, buffer, size, found));
        }
    }

    /// `getgrouplist`: every group that a new login of the account would be in, the primary one among them.
    public static List<Integer> groupsOf(User user) {
        for (int room = FIRST_GROUPS; room <= MOST_GROUPS; room *= 4) {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment groups = arena.allocate(JAVA_INT, room);
                MemorySegment count = arena.allocateFrom(JAVA_INT, room);
                int result;
                try {
                    result = (int) GETGROUPLIST.invokeExact(
                            arena.allocate(Linkage.errnoSlot()),
                            arena.allocateFrom(user.name),
                            user.gid,
                            groups,
                            count);
                } catch (Throwable cause) {
                    throw Linkage.broken(cause);
                }
                if (result >= 0) {
                    return integers(groups, count.get(JAVA_INT, 0));
                }
            }
        }
        return List.of(user.gid);
    }

    private static List<Integer> integers(MemorySegment array, int count) {
        List<Integer> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            all.add(array.getAtIndex(JAVA_INT, i));
        }
        return List.copyOf(all);
    }

    private static @Nullable User user(Lookup lookup) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment entry = arena.allocate(PASSWD_BYTES, 8);
            return find(arena, lookup, entry)
                    ? new User(text(entry), entry.get(JAVA_INT, PASSWD_UID), entry.get(JAVA_INT, PASSWD_GID))
                    : null;
        }
    }

    private static @Nullable Group group(Lookup lookup) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment entry = arena.allocate(GROUP_BYTES, 8);
            return find(arena, lookup, entry) ? new Group(text(entry), entry.get(JAVA_INT, GROUP_GID)) : null;
        }
    }

    /// Whether the entry was found and filled; it lives as long as `arena`.
    private static boolean find(Arena arena, Lookup lookup, MemorySegment entry) {
        MemorySegment errno = arena.allocate(Linkage.errnoSlot());
        MemorySegment found = arena.allocate(ADDRESS);
        for (int size = FIRST_BUFFER; size <= LARGEST_BUFFER; size *= 4) {
            int error;
            try {
                error = lookup.call(errno, entry, arena.allocate(size, 8), size, found);
            } catch (Throwable cause) {
                throw Linkage.broken(cause);
            }
            if (error != ERANGE) {
                return error == 0 && !found.get(ADDRESS, 0).equals(MemorySegment.NULL);
            }
        }
        return false;
    }

    /// The name that both structures start with.
    private static String text(MemorySegment entry) {
        return entry.get(ADDRESS, 0).reinterpret(LARGEST_BUFFER).getString(0, StandardCharsets.UTF_8);
    }
}
