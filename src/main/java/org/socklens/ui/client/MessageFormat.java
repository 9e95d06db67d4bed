package org.socklens.ui.client;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// How a typed message becomes bytes.
public enum MessageFormat {
    /// As typed, in UTF-8.
    TEXT("Text", "Sent as typed, in UTF-8"),
    /// Text with escapes for control characters, bytes in hex, UTF-16 units in hex, and the backslash itself.
    ESCAPES("Escapes", "Text with \\n \\r \\t \\0 \\xHH \\uXXXX \\\\"),
    /// Two hex digits a byte, with or without spaces.
    HEX("Hex", "Two hex digits a byte, with or without spaces");

    private final String label;
    private final String hint;

    MessageFormat(String label, String hint) {
        this.label = label;
        this.hint = hint;
    }

    /// What its segment says.
    public String label() {
        return label;
    }

    /// What it means.
    public String hint() {
        return hint;
    }

    /// The bytes of a message.
    ///
    /// @throws BadMessage when it cannot be read; its text says where and why
    public byte[] bytes(String typed) throws BadMessage {
        return switch (this) {
            case TEXT -> typed.getBytes(StandardCharsets.UTF_8);
            case ESCAPES -> escapes(typed);
            case HEX -> hex(typed);
        };
    }

    private static byte[] hex(String typed) throws BadMessage {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int high = -1;
        for (int i = 0; i < typed.length(); i++) {
            char character = typed.charAt(i);
            if (Character.isWhitespace(character)) {
                continue;
            }
            int digit = digit(character);
            if (digit < 0) {
                throw new BadMessage("Hex: “" + character + "” at position " + (i + 1)
                        + " is not a hex digit. Use 0 to 9 and a to f, two digits a byte.");
            }
            if (high < 0) {
                high = digit;
            } else {
                bytes.write(high << 4 | digit);
                high = -1;
            }
        }
        if (high >= 0) {
            throw new BadMessage("Hex: an odd number of digits, so the last byte has only one. Add a digit.");
        }
        return bytes.toByteArray();
    }

    private static byte[] escapes(String typed) throws BadMessage {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int plainFrom = 0;
        for (int at = typed.indexOf('\\'); at >= 0; at = typed.indexOf('\\', plainFrom)) {
            bytes.writeBytes(typed.substring(plainFrom, at).getBytes(StandardCharsets.UTF_8));
            plainFrom = escape(typed, at, bytes);
        }
        bytes.writeBytes(typed.substring(plainFrom).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    /// Reads the escape at `at`; returns where the text goes on.
    private static int escape(String typed, int at, ByteArrayOutputStream bytes) throws BadMessage {
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
    private static int character(String typed, int at, char unit, ByteArrayOutputStream bytes) throws BadMessage {
        int next = at + 6;
        if (Character.isHighSurrogate(unit) && typed.startsWith("\\u", next)) {
            char low = (char) number(typed, next, 4);
            if (Character.isLowSurrogate(low)) {
                bytes.writeBytes(new String(new char[] {unit, low}).getBytes(StandardCharsets.UTF_8));
                return next + 6;
            }
        }
        if (Character.isSurrogate(unit)) {
            throw new BadMessage("Bad escape at position " + (at + 1) + ": half of a surrogate pair is no character.");
        }
        bytes.writeBytes(String.valueOf(unit).getBytes(StandardCharsets.UTF_8));
        return next;
    }

    private static int number(String typed, int at, int digits) throws BadMessage {
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

    private static BadMessage bad(String typed, int at) {
        String shown = typed.substring(at, Math.min(typed.length(), at + 2));
        return new BadMessage("Bad escape “" + shown + "” at position " + (at + 1)
                + ". Use \\n \\r \\t \\0 \\xHH \\uXXXX or \\\\.");
    }
}
