package org.socklens.posix;

import java.util.Arrays;

/// `struct sockaddr_un` as bytes (`man 7 unix`): the family, then `sun_path`.
final class SocketAddressBytes {
    static final int AF_UNIX = 1;
    static final int SUN_PATH_OFFSET = 2;
    static final int SUN_PATH_BYTES = 108;

    private SocketAddressBytes() {}

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
