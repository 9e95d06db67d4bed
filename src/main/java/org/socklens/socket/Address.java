package org.socklens.socket;

import java.util.Arrays;
import org.socklens.posix.PathEncoding;
import org.socklens.posix.PathText;

/// Where a socket is found (`man 7 unix`).
public sealed interface Address {
    /// The longest path in bytes on Linux: `sun_path` holds 108 with the final NUL.
    int MAX_PATH_BYTES = 107;
    /// The longest abstract name in bytes: `sun_path` without the NUL before it.
    int MAX_ABSTRACT_BYTES = 107;

    /// A name in the file system: raw bytes without a NUL, as they go to the kernel. Relative paths stay relative.
    final class Path implements Address {
        private final byte[] bytes;

        /// A copy is kept.
        public Path(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        /// The path as typed, as of [PathEncoding].
        public static Path of(String text) {
            return new Path(PathEncoding.bytes(text));
        }

        /// A copy of the bytes.
        public byte[] bytes() {
            return bytes.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Path path && Arrays.equals(bytes, path.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        /// Readable text; bytes that are not UTF-8 are escaped.
        @Override
        public String toString() {
            String quoted = PathText.quoted(bytes);
            return quoted.substring(1, quoted.length() - 1);
        }
    }

    /// A name in the network namespace, without a file and without mode bits: any bytes.
    final class Abstract implements Address {
        private final byte[] name;

        /// A copy is kept.
        public Abstract(byte[] name) {
            this.name = name.clone();
        }

        /// A copy of the bytes.
        public byte[] name() {
            return name.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Abstract that && Arrays.equals(name, that.name);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(name);
        }

        /// The name in quotes after an '@'.
        @Override
        public String toString() {
            return "@" + PathText.quoted(name);
        }
    }

    /// No name: what a client has that was never bound.
    record Unnamed() implements Address {
        @Override
        public String toString() {
            return "unnamed";
        }
    }

    /// Asks the kernel to choose a free abstract name of five hex digits. No socket has this address: what it got is
    /// [Abstract].
    record Autobind() implements Address {
        @Override
        public String toString() {
            return "autobind";
        }
    }
}
