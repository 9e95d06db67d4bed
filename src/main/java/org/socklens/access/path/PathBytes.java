package org.socklens.access.path;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.socklens.posix.PathEncoding;
import org.socklens.posix.PathText;

/// A path or a part of one as the kernel sees it: bytes in no particular encoding. Never changes.
public final class PathBytes {
    /// The root directory.
    public static final PathBytes ROOT = of("/");

    private static final byte SLASH = '/';

    private final byte[] bytes;

    private PathBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /// A copy of raw bytes.
    public static PathBytes of(byte[] bytes) {
        return new PathBytes(bytes.clone());
    }

    /// The bytes that a text stands for, as of [PathEncoding].
    public static PathBytes of(String text) {
        return new PathBytes(PathEncoding.bytes(text));
    }

    /// A copy of the bytes.
    public byte[] toByteArray() {
        return bytes.clone();
    }

    /// How many bytes there are.
    public int length() {
        return bytes.length;
    }

    /// Whether it starts at the root directory.
    public boolean isAbsolute() {
        return bytes.length > 0 && bytes[0] == SLASH;
    }

    /// Whether it ends with a slash, which asks for a directory.
    public boolean endsWithSlash() {
        return bytes.length > 0 && bytes[bytes.length - 1] == SLASH;
    }

    /// Whether a byte occurs in it.
    public boolean contains(int value) {
        for (byte each : bytes) {
            if (each == (byte) value) {
                return true;
            }
        }
        return false;
    }

    /// Whether it is this text.
    public boolean is(String text) {
        return Arrays.equals(bytes, PathEncoding.bytes(text));
    }

    /// The names between slashes, empty ones left out.
    public List<PathBytes> components() {
        List<PathBytes> names = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i == bytes.length || bytes[i] == SLASH) {
                if (i > start) {
                    names.add(new PathBytes(Arrays.copyOfRange(bytes, start, i)));
                }
                start = i + 1;
            }
        }
        return names;
    }

    /// This directory, a slash and `name`.
    public PathBytes resolve(PathBytes name) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(bytes);
        if (!endsWithSlash()) {
            joined.write(SLASH);
        }
        joined.writeBytes(name.bytes);
        return new PathBytes(joined.toByteArray());
    }

    /// The path without its last name; the root is its own parent.
    public PathBytes parent() {
        List<PathBytes> names = components();
        PathBytes parent = ROOT;
        for (int i = 0; i < names.size() - 1; i++) {
            parent = parent.resolve(names.get(i));
        }
        return parent;
    }

    /// The path as a sentence shows it: as it is when that is plain to read, otherwise quoted with escapes.
    public String text() {
        String quoted = PathText.quoted(bytes);
        String plain = quoted.substring(1, quoted.length() - 1);
        boolean readable = !plain.isEmpty() && plain.indexOf('\\') < 0 && plain.indexOf(' ') < 0;
        return readable ? plain : quoted;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PathBytes path && Arrays.equals(bytes, path.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /// As [#text].
    @Override
    public String toString() {
        return text();
    }
}
