package org.socklens.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/// Sets extended attributes, which Java's own door allows only in the user's namespace.
public final class TestAttributes {
    private static final MethodHandle SETXATTR =
            Linkage.bind("setxattr", Linkage.returningInt(ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT));

    private TestAttributes() {}

    /// `setxattr`: 0 or minus errno.
    public static int set(Path path, String name, byte[] value) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment errno = arena.allocate(Linkage.errnoSlot());
            int result = (int) SETXATTR.invokeExact(
                    errno,
                    arena.allocateFrom(path.toString()),
                    arena.allocateFrom(name),
                    arena.allocateFrom(JAVA_BYTE, value),
                    (long) value.length,
                    0);
            return result == 0 ? 0 : -Linkage.errno(errno);
        } catch (Throwable cause) {
            throw Linkage.broken(cause);
        }
    }
}
