package org.socklens.posix;

import java.nio.charset.StandardCharsets;

/// How raw bytes of names are written in a trace: as a C string in quotes, every byte readable.
public final class PathText {
    private PathText() {}

    /// The bytes in double quotes; quotes, backslashes, control characters and bytes that are not UTF-8 are escaped.
    public static String quoted(byte[] name) {
        StringBuilder text = new StringBuilder(name.length + 2).append('"');
        for (int i = 0; i < name.length; ) {
            int length = Utf8.sequenceLength(name, i);
            int value = name[i] & 0xff;
            if (length == 0 || value < 0x20 || value == 0x7f) {
                text.append(escape(value));
                i++;
            } else {
                String character = new String(name, i, length, StandardCharsets.UTF_8);
                text.append(value == '"' || value == '\\' ? "\\" + character : character);
                i += length;
            }
        }
        return text.append('"').toString();
    }

    private static String escape(int value) {
        return switch (value) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> "\\x%02x".formatted(value);
        };
    }
}
