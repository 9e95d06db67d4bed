package org.socklens.access.path;

import java.util.Optional;

/// What is wrong with a path before any call is made.
public final class PathCheck {
    /// The most bytes that `sun_path` takes besides its final NUL (`man 7 unix`).
    public static final int MOST_BYTES = 107;

    private PathCheck() {}

    /// The problem in a sentence, or empty when the kernel would take the path as an address.
    public static Optional<String> problem(byte[] path) {
        if (path.length == 0) {
            return Optional.of("The path is empty. Type where the socket file is, such as /tmp/echo.sock.");
        }
        PathBytes bytes = PathBytes.of(path);
        if (bytes.contains(0)) {
            return Optional.of("The path has a NUL byte in it, and a NUL ends every path. Remove it.");
        }
        return path.length > MOST_BYTES ? Optional.of(tooLong(path.length)) : Optional.empty();
    }

    private static String tooLong(int length) {
        return "The path takes %d bytes, and the kernel takes at most %d. Use a shorter one, or a relative path."
                .formatted(length, MOST_BYTES);
    }
}
