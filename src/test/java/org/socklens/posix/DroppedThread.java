package org.socklens.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;

/// Makes calls as somebody else, as root only. Ids belong to threads for the kernel; only the C library makes a process
/// of them. So a fresh thread drops to the identity by raw system calls, makes its calls and dies.
///
/// The dropped thread may be unable to read class files: whatever it calls must have run once before.
public final class DroppedThread {
    private static final boolean X86 = System.getProperty("os.arch").equals("amd64");
    private static final long SYS_SETGROUPS = X86 ? 116 : 159;
    private static final long SYS_SETRESUID = X86 ? 117 : 147;
    private static final long SYS_SETRESGID = X86 ? 119 : 149;
    private static final int PR_SET_KEEPCAPS = 8;
    private static final int CAPABILITY_VERSION_3 = 0x20080522;

    private static final MethodHandle SYSCALL = Linkage.bind(
            "syscall",
            Linkage.returningLong(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
            Linker.Option.firstVariadicArg(1));
    private static final MethodHandle SYSCALL_ARRAY = Linkage.bind(
            "syscall", Linkage.returningLong(JAVA_LONG, JAVA_LONG, ADDRESS), Linker.Option.firstVariadicArg(1));
    private static final MethodHandle PRCTL = Linkage.bind(
            "prctl", Linkage.returningInt(JAVA_INT, JAVA_LONG), Linker.Option.firstVariadicArg(1));
    private static final MethodHandle CAPSET = Linkage.bind("capset", Linkage.returningInt(ADDRESS, ADDRESS));

    private DroppedThread() {}

    /// What `call` returns when made by a process with these ids.
    ///
    /// @param capabilities bit N for capability number N
    public static int run(int uid, int gid, Collection<Integer> groups, long capabilities, IntSupplier call) {
        CompletableFuture<Integer> result = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform().start(() -> {
            try (Arena arena = Arena.ofConfined()) {
                drop(arena, uid, gid, List.copyOf(groups), capabilities);
                result.complete(call.getAsInt());
            } catch (Throwable failure) {
                result.completeExceptionally(failure);
            }
        });
        int value = result.join();
        while (thread.isAlive()) {
            Thread.onSpinWait();
        }
        return value;
    }

    private static void drop(Arena arena, int uid, int gid, List<Integer> groups, long capabilities) throws Throwable {
        MemorySegment errno = arena.allocate(Linkage.errnoSlot());
        MemorySegment list = arena.allocate(JAVA_INT, Math.max(1, groups.size()));
        for (int i = 0; i < groups.size(); i++) {
            list.setAtIndex(JAVA_INT, i, groups.get(i));
        }
        assertThat((long) SYSCALL_ARRAY.invokeExact(errno, SYS_SETGROUPS, (long) groups.size(), list)).isZero();
        assertThat((long) SYSCALL.invokeExact(errno, SYS_SETRESGID, (long) gid, (long) gid, (long) gid)).isZero();
        assertThat((int) PRCTL.invokeExact(errno, PR_SET_KEEPCAPS, 1L)).isZero();
        assertThat((long) SYSCALL.invokeExact(errno, SYS_SETRESUID, (long) uid, (long) uid, (long) uid)).isZero();
        MemorySegment header = arena.allocate(8, 4);
        header.set(JAVA_INT, 0, CAPABILITY_VERSION_3);
        MemorySegment sets = arena.allocate(24, 4);
        sets.set(JAVA_INT, 0, (int) capabilities);
        sets.set(JAVA_INT, 4, (int) capabilities);
        sets.set(JAVA_INT, 12, (int) (capabilities >>> 32));
        sets.set(JAVA_INT, 16, (int) (capabilities >>> 32));
        assertThat((int) CAPSET.invokeExact(errno, header, sets)).isZero();
    }
}
