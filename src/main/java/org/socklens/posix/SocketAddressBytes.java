package org.socklens.posix;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// `struct sockaddr_un` as bytes (`man 7 unix`): the family, then `sun_path`.
final class SocketAddressBytes {
    static final int AF_UNIX = 1;
    static final int SUN_PATH_OFFSET = 2;
    static final int SUN_PATH_BYTES = 108;
    static final long BYTES = SUN_PATH_OFFSET + SUN_PATH_BYTES;

    private SocketAddressBytes() {}

    /// Writes an address; returns its length in bytes.
    static int fill(MemorySegment address, byte[] sunPath) {
        if (sunPath.length > SUN_PATH_BYTES) {
            throw new IllegalArgumentException("sun_path holds " + SUN_PATH_BYTES + " bytes");
        }
        address.set(JAVA_SHORT, 0, (short) AF_UNIX);
        MemorySegment.copy(sunPath, 0, address, JAVA_BYTE, SUN_PATH_OFFSET, sunPath.length);
        return SUN_PATH_OFFSET + sunPath.length;
    }

    /// `sun_path` of an address of `length` bytes that the kernel wrote.
    static byte[] sunPath(MemorySegment address, int length) {
        return length <= SUN_PATH_OFFSET
                ? new byte[0]
                : address.asSlice(SUN_PATH_OFFSET, Math.min(length, BYTES) - SUN_PATH_OFFSET).toArray(JAVA_BYTE);
    }

    /// `sun_path` as a classroom would write it: a path in quotes, an abstract name with '@' before the quotes.
    static String text(byte[] sunPath) {
        if (sunPath.length == 0) {
            return "{AF_UNIX}";
        }
        if (sunPath[0] == 0) {
            return "{AF_UNIX, @" + PathText.quoted(Arrays.copyOfRange(sunPath, 1, sunPath.length)) + "}";
        }
        int end = 0;
        while (end < sunPath.length && sunPath[end] != 0) {
            end++;
        }
        return "{AF_UNIX, " + PathText.quoted(Arrays.copyOf(sunPath, end)) + "}";
    }
}
