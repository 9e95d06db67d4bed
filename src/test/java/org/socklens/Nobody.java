package org.socklens;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Runs something as an account without any right. The kernel keeps ids a thread, and a new thread inherits them: only
/// the C library's wrappers change all threads, so the raw calls are made on a thread that ends afterwards.
public final class Nobody {
    private static final long ID = 65534;
    private static final boolean ARM = System.getProperty("os.arch").equals("aarch64");
    private static final long SETGROUPS = ARM ? 159 : 116;
    private static final long SETRESGID = ARM ? 149 : 119;
    private static final long SETRESUID = ARM ? 147 : 117;

    private Nobody() {}

    /// Skipped where the tests do not run as root.
    public static void run(Runnable action) throws Exception {
        assumeTrue((int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0, "needs root");
        Linker linker = Linker.nativeLinker();
        MethodHandle syscall = linker.downcallHandle(
                linker.defaultLookup().find("syscall").orElseThrow(),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_LONG),
                Linker.Option.firstVariadicArg(1));
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Thread thread = Thread.ofPlatform().start(() -> {
            try {
                call(syscall, SETGROUPS, 0, MemorySegment.NULL.address(), 0);
                call(syscall, SETRESGID, ID, ID, ID);
                call(syscall, SETRESUID, ID, ID, ID);
                action.run();
            } catch (Throwable thrown) {
                failure.set(thrown);
            }
        });
        thread.join();
        Throwable thrown = failure.get();
        if (thrown != null) {
            throw new AssertionError(thrown);
        }
    }

    private static void call(MethodHandle syscall, long number, long a, long b, long c) throws Throwable {
        long result = (long) syscall.invokeExact(number, a, b, c);
        if (result != 0) {
            throw new IllegalStateException("syscall " + number + " was refused");
        }
    }
}
