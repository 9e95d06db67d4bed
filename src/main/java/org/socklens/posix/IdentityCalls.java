package org.socklens.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;

/// Makes calls as somebody else, which root may. To the kernel ids belong to threads; only the C library makes a whole
/// process of them. So a fresh thread drops to the identity by raw system calls, makes its calls and dies: no other
/// thread is touched, and nothing can climb back.
///
/// The dropped thread may be unable to read class files: whatever it calls must have run once before, as oneself.
public final class IdentityCalls {
    private static final boolean X86 = System.getProperty("os.arch").equals("amd64");
    private static final long SYS_SETGROUPS = X86 ? 116 : 159;
    private static final long SYS_SETRESUID = X86 ? 117 : 147;
    private static final long SYS_SETRESGID = X86 ? 119 : 149;
    private static final int PR_SET_KEEPCAPS = 8;
    private static final int CAPABILITY_VERSION_3 = 0x20080522;
    private static final long ALL = 0xffff_ffffL;

    private static final MethodHandle SET_IDS = Linkage.bind(
            "syscall",
            Linkage.returningLong(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
            Linker.Option.firstVariadicArg(1));
    private static final MethodHandle SET_LIST = Linkage.bind(
            "syscall", Linkage.returningLong(JAVA_LONG, JAVA_LONG, ADDRESS), Linker.Option.firstVariadicArg(1));
    private static final MethodHandle PRCTL = Linkage.bind(
            "prctl", Linkage.returningInt(JAVA_INT, JAVA_LONG), Linker.Option.firstVariadicArg(1));
    private static final MethodHandle CAPSET = Linkage.bind("capset", Linkage.returningInt(ADDRESS, ADDRESS));

    private IdentityCalls() {}

    /// What `call` returns when a process with these ids makes it. Waits for it.
    ///
    /// @param capabilities bit N for capability number N
    /// @return the call's result, or minus errno of the drop: EPERM unless this process is root
    public static int runAs(int uid, int gid, Collection<Integer> groups, long capabilities, IntSupplier call) {
        CompletableFuture<Integer> answer = new CompletableFuture<>();
        Thread.ofPlatform().name("as uid " + uid).daemon().start(() -> {
            try {
                int dropped = drop(uid, gid, List.copyOf(groups), capabilities);
                answer.complete(dropped < 0 ? dropped : call.getAsInt());
            } catch (RuntimeException | Error failure) {
                answer.completeExceptionally(failure);
            }
        });
        return answer.join();
    }

    private static int drop(int uid, int gid, List<Integer> groups, long capabilities) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment errno = arena.allocate(Linkage.errnoSlot());
            MemorySegment list = arena.allocate(JAVA_INT, Math.max(1, groups.size()));
            for (int i = 0; i < groups.size(); i++) {
                list.setAtIndex(JAVA_INT, i, groups.get(i));
            }
            long user = uid & ALL;
            long group = gid & ALL;
            // Kept through the change of ids, and cut down to the wanted ones afterwards.
            boolean done = (long) SET_LIST.invokeExact(errno, SYS_SETGROUPS, (long) groups.size(), list) == 0
                    && (long) SET_IDS.invokeExact(errno, SYS_SETRESGID, group, group, group) == 0
                    && (int) PRCTL.invokeExact(errno, PR_SET_KEEPCAPS, 1L) == 0
                    && (long) SET_IDS.invokeExact(errno, SYS_SETRESUID, user, user, user) == 0
                    && (int) CAPSET.invokeExact(errno, header(arena), sets(arena, capabilities)) == 0;
            return done ? 0 : -Linkage.errno(errno);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
    }

    private static MemorySegment header(Arena arena) {
        MemorySegment header = arena.allocate(8, 4);
        header.set(JAVA_INT, 0, CAPABILITY_VERSION_3);
        return header;
    }

    /// Effective and permitted are the same, nothing is inheritable.
    private static MemorySegment sets(Arena arena, long capabilities) {
        MemorySegment sets = arena.allocate(24, 4);
        sets.set(JAVA_INT, 0, (int) capabilities);
        sets.set(JAVA_INT, 4, (int) capabilities);
        sets.set(JAVA_INT, 12, (int) (capabilities >>> 32));
        sets.set(JAVA_INT, 16, (int) (capabilities >>> 32));
        return sets;
    }
}
