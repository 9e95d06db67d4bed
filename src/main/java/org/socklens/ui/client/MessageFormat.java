package org.socklens.ui.client;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.socklens.ui.control.address.BadEscape;
import org.socklens.ui.control.address.Escapes;

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
        try {
            return Escapes.bytes(typed);
        } catch (BadEscape bad) {
            throw new BadMessage(bad.words());
        }
    }

    private static int digit(char character) {
        return character < 0x80 ? Character.digit(character, 16) : -1;
    }
}
