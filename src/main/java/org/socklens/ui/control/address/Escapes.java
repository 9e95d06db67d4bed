package org.socklens.ui.control.address;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.socklens.posix.PathText;

/// Bytes typed as text with escapes: line feed, carriage return, tab and NUL by letter,
/// bytes and UTF-16 units in hex, and the backslash itself; everything else is itself, in UTF-8.
public final class Escapes {
    private Escapes() {}

    /// The bytes of what was typed.
    ///
    /// @throws BadEscape when a backslash begins no escape; its text says where
    public static byte[] bytes(String typed) throws BadEscape {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int plainFrom = 0;
        for (int at = typed.indexOf('\\'); at >= 0; at = typed.indexOf('\\', plainFrom)) {
            bytes.writeBytes(typed.substring(plainFrom, at).getBytes(StandardCharsets.UTF_8));
            plainFrom = escape(typed, at, bytes);
        }
        bytes.writeBytes(typed.substring(plainFrom).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    /// Bytes as they would be typed.
    public static String text(byte[] bytes) {
        String quoted = PathText.quoted(bytes);
        return quoted.substring(1, quoted.length() - 1).replace("\\\"", "\"");
    }

    /// Reads the escape at `at`; returns where the text goes on.
    private static int escape(String typed, int at, ByteArrayOutputStream bytes) throws BadEscape {
        char letter = at + 1 < typed.length() ? typed.charAt(at + 1) : ' ';
        switch (letter) {
            case 'n' -> bytes.write('\n');
            case 'r' -> bytes.write('\r');
            case 't' -> bytes.write('\t');
            case '0' -> bytes.write(0);
            case '\\' -> bytes.write('\\');
            case 'x' -> {
                bytes.write(number(typed, at, 2));
                return at + 4;
            }
            case 'u' -> {
                int unit = number(typed, at, 4);
                return character(typed, at, (char) unit, bytes);
            }
            default -> throw bad(typed, at);
        }
        return at + 2;
    }

    /// Characters above U+FFFF are two escapes, as in Java and JSON.
    private static int character(String typed, int at, char unit, ByteArrayOutputStream bytes) throws BadEscape {
        int next = at + 6;
        if (Character.isHighSurrogate(unit) && typed.startsWith("\\u", next)) {
            char low = (char) number(typed, next, 4);
            if (Character.isLowSurrogate(low)) {
                bytes.writeBytes(new String(new char[] {unit, low}).getBytes(StandardCharsets.UTF_8));
                return next + 6;
            }
        }
        if (Character.isSurrogate(unit)) {
            throw new BadEscape("Bad escape at position " + (at + 1) + ": half of a surrogate pair is no character.");
        }
        bytes.writeBytes(String.valueOf(unit).getBytes(StandardCharsets.UTF_8));
        return next;
    }

    private static int number(String typed, int at, int digits) throws BadEscape {
        int value = 0;
        for (int i = at + 2; i < at + 2 + digits; i++) {
            int digit = i < typed.length() ? digit(typed.charAt(i)) : -1;
            if (digit < 0) {
                throw bad(typed, at);
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private static int digit(char character) {
        return character < 0x80 ? Character.digit(character, 16) : -1;
    }

    private static BadEscape bad(String typed, int at) {
        String shown = typed.substring(at, Math.min(typed.length(), at + 2));
        return new BadEscape("Bad escape “" + shown + "” at position " + (at + 1)
                + ". Use \\n \\r \\t \\0 \\xHH \\uXXXX or \\\\.");
    }
}
