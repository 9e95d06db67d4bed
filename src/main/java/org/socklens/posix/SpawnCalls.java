package org.socklens.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.List;

/// `posix_spawn` (`man 3 posix_spawn`): a child process that starts another program and inherits chosen descriptors.
///
/// Not thread-safe: one instance a thread, on that thread's [Caller].
public final class SpawnCalls {
    // Both structures are opaque; these are more bytes than any C library takes for them.
    private static final long FILE_ACTIONS_BYTES = 256;
    private static final long ATTRIBUTES_BYTES = 1024;
    private static final short POSIX_SPAWN_SETSIGMASK = 0x08;
    private static final long SIGNAL_SET_BYTES = 128;

    private static final MethodHandle SPAWN = Linkage.bind(
            "posix_spawn", Linkage.returningInt(ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS));
    private static final MethodHandle ACTIONS_INIT =
            Linkage.bind("posix_spawn_file_actions_init", Linkage.returningInt(ADDRESS));
    private static final MethodHandle ACTIONS_DUP2 = Linkage.bind(
            "posix_spawn_file_actions_adddup2", Linkage.returningInt(ADDRESS, JAVA_INT, JAVA_INT));
    private static final MethodHandle ACTIONS_CLOSE =
            Linkage.bind("posix_spawn_file_actions_addclose", Linkage.returningInt(ADDRESS, JAVA_INT));
    private static final MethodHandle ACTIONS_DESTROY =
            Linkage.bind("posix_spawn_file_actions_destroy", Linkage.returningInt(ADDRESS));
    private static final MethodHandle ATTRIBUTES_INIT =
            Linkage.bind("posix_spawnattr_init", Linkage.returningInt(ADDRESS));
    private static final MethodHandle ATTRIBUTES_FLAGS =
            Linkage.bind("posix_spawnattr_setflags", Linkage.returningInt(ADDRESS, JAVA_SHORT));
    private static final MethodHandle ATTRIBUTES_MASK =
            Linkage.bind("posix_spawnattr_setsigmask", Linkage.returningInt(ADDRESS, ADDRESS));
    private static final MethodHandle ATTRIBUTES_DESTROY =
            Linkage.bind("posix_spawnattr_destroy", Linkage.returningInt(ADDRESS));

    private final Caller caller;

    /// Calls made here are told to the trace of `caller`.
    public SpawnCalls(Caller caller) {
        this.caller = caller;
    }

    /// Starts a program; the pid of the child, or minus errno (ENOENT, EACCES, ENOMEM …). No signal is blocked in it.
    ///
    /// @param command the program's path and its arguments, raw bytes
    /// @param environment lines of `NAME=value`, raw bytes
    /// @param given descriptors that the child gets under the same numbers, close-on-exec or not
    /// @param keptBack descriptors that the child does not get; one that is not open is fine
    public int spawn(List<byte[]> command, List<byte[]> environment, List<Integer> given, List<Integer> keptBack) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment actions = arena.allocate(FILE_ACTIONS_BYTES, 16);
            MemorySegment attributes = arena.allocate(ATTRIBUTES_BYTES, 16);
            MemorySegment pid = arena.allocate(JAVA_INT);
            MemorySegment program = cString(arena, command.getFirst());
            MemorySegment arguments = cStrings(arena, command);
            MemorySegment lines = cStrings(arena, environment);
            int refused = prepare(arena, actions, attributes, given, keptBack);
            if (refused == 0) {
                refused = (int) SPAWN.invokeExact(
                        caller.errnoSlot(), pid, program, actions, attributes, arguments, lines);
            }
            destroy(actions, attributes);
            String what = PathText.quoted(command.getFirst()) + ", inherits " + given;
            return caller.told(
                    SystemCall.POSIX_SPAWN, -1, 0, 0, what, refused == 0 ? pid.get(JAVA_INT, 0) : -refused);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
    }

    /// These functions return an errno instead of setting it; only ENOMEM can come.
    private int prepare(
            Arena arena,
            MemorySegment actions,
            MemorySegment attributes,
            List<Integer> given,
            List<Integer> keptBack)
            throws Throwable {
        MemorySegment errno = caller.errnoSlot();
        int refused = (int) ACTIONS_INIT.invokeExact(errno, actions);
        refused |= (int) ATTRIBUTES_INIT.invokeExact(errno, attributes);
        refused |= (int) ATTRIBUTES_FLAGS.invokeExact(errno, attributes, POSIX_SPAWN_SETSIGMASK);
        refused |= (int) ATTRIBUTES_MASK.invokeExact(errno, attributes, arena.allocate(SIGNAL_SET_BYTES, 8));
        for (int descriptor : given) {
            // Onto itself: the way to say that it stays open, whatever its close-on-exec says.
            refused |= (int) ACTIONS_DUP2.invokeExact(errno, actions, descriptor, descriptor);
        }
        for (int descriptor : keptBack) {
            refused |= (int) ACTIONS_CLOSE.invokeExact(errno, actions, descriptor);
        }
        return refused;
    }

    private void destroy(MemorySegment actions, MemorySegment attributes) throws Throwable {
        int ignored = (int) ACTIONS_DESTROY.invokeExact(caller.errnoSlot(), actions);
        ignored |= (int) ATTRIBUTES_DESTROY.invokeExact(caller.errnoSlot(), attributes);
        if (ignored != 0) {
            throw new IllegalStateException("posix_spawn structures cannot be destroyed: errno " + ignored);
        }
    }

    private static MemorySegment cStrings(Arena arena, List<byte[]> all) {
        MemorySegment array = arena.allocate(ADDRESS, all.size() + 1L);
        for (int i = 0; i < all.size(); i++) {
            array.setAtIndex(ADDRESS, i, cString(arena, all.get(i)));
        }
        return array;
    }

    private static MemorySegment cString(Arena arena, byte[] bytes) {
        MemorySegment string = arena.allocate(bytes.length + 1L);
        MemorySegment.copy(bytes, 0, string, JAVA_BYTE, 0, bytes.length);
        return string;
    }
}
