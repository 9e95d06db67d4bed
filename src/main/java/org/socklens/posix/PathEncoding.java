package org.socklens.posix;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Paths as text in a field and back, without loss. Text is UTF-8; a byte that is not becomes the lone surrogate
/// U+DC00 plus its value, which no UTF-8 text contains (the way of Python's PEP 383).
public final class PathEncoding {
    private static final int ESCAPE = 0xdc00;

    private PathEncoding() {}

    /// The bytes that a text stands for.
    public static byte[] bytes(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * 3);
        int plainFrom = 0;
        for (int i = 0; i < text.length(); i++) {
            if (isEscape(text, i)) {
                bytes.put(text.substring(plainFrom, i).getBytes(StandardCharsets.UTF_8));
                bytes.put((byte) (text.charAt(i) - ESCAPE));
                plainFrom = i + 1;
            }
        }
        bytes.put(text.substring(plainFrom).getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private static boolean isEscape(String text, int at) {
        char unit = text.charAt(at);
        boolean paired = at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        return unit >= ESCAPE + 0x80 && unit <= ESCAPE + 0xff && !paired;
    }

    /// The text that stands for bytes.
    public static String text(byte[] path) {
        StringBuilder text = new StringBuilder(path.length);
        for (int i = 0; i < path.length; ) {
            int length = Utf8.sequenceLength(path, i);
            if (length == 0) {
                text.append((char) (ESCAPE + (path[i] & 0xff)));
                i++;
            } else {
                text.append(new String(path, i, length, StandardCharsets.UTF_8));
                i += length;
            }
        }
        return text.toString();
    }
}
