package org.socklens.traffic;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/// The bytes that a search looks for: at least one.
public final class Needle {
    private final byte[] bytes;
    private final byte[] fold;
    private final byte last;
    /// How far a window may move on whose last byte is this value (Horspool).
    private final int[] skip = new int[256];

    private Needle(byte[] bytes, byte[] fold) {
        if (bytes.length == 0) {
            throw new IllegalArgumentException("Nothing to search for.");
        }
        this.bytes = bytes;
        this.fold = fold;
        last = bytes[bytes.length - 1];
        Arrays.fill(skip, bytes.length);
        for (int value = 0; value < skip.length; value++) {
            for (int i = 0; i < bytes.length - 1; i++) {
                if (bytes[i] == fold[value]) {
                    skip[value] = bytes.length - 1 - i;
                }
            }
        }
    }

    /// Exactly this text, in UTF-8.
    ///
    /// @throws IllegalArgumentException when it is empty
    public static Needle text(String text) {
        return new Needle(text.getBytes(StandardCharsets.UTF_8), Fold.EXACT);
    }

    /// This text in UTF-8, where the letters A to Z equal a to z.
    ///
    /// @throws IllegalArgumentException when it is empty
    public static Needle textIgnoringCase(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = Fold.LOWER[bytes[i] & 0xff];
        }
        return new Needle(bytes, Fold.LOWER);
    }

    /// The bytes that these hex digits spell, two a byte; white space between bytes does not matter.
    ///
    /// @throws IllegalArgumentException when there are none, one too many, or something else stands among them
    public static Needle hex(String digits) {
        String packed = digits.strip().replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
        if (!packed.chars().allMatch(HexFormat::isHexDigit)) {
            throw new IllegalArgumentException("Hex has only the digits 0 to 9 and a to f.");
        }
        if (packed.length() % 2 != 0) {
            throw new IllegalArgumentException("Hex takes two digits a byte: the last one stands alone.");
        }
        return new Needle(HexFormat.of().parseHex(packed), Fold.EXACT);
    }

    /// How many bytes are looked for.
    public int length() {
        return bytes.length;
    }

    /// Where the first match begins within `[from, to)` of `text`, or -1.
    int indexIn(byte[] text, int from, int to) {
        int end = from + bytes.length - 1;
        while (end < to) {
            int value = text[end] & 0xff;
            if (fold[value] == last && matches(text, end - bytes.length + 1)) {
                return end - bytes.length + 1;
            }
            end += skip[value];
        }
        return -1;
    }

    /// Whether the needle stands at `at`; the text must reach far enough.
    boolean matches(byte[] text, int at) {
        for (int i = 0; i < bytes.length; i++) {
            if (fold[text[at + i] & 0xff] != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /// Whether a match that began before `[from, to)` of `text` could end in it: it starts with an end of the needle.
    boolean mayEndIn(byte[] text, int from, int to) {
        int until = from + Math.min(bytes.length - 1, to - from);
        for (int end = from; end < until; end++) {
            if (fold[text[end] & 0xff] == last && endsAt(end, text, from)) {
                return true;
            }
        }
        return false;
    }

    private boolean endsAt(int end, byte[] text, int from) {
        int shift = bytes.length - 1 - end;
        for (int i = end - 1; i >= from; i--) {
            if (fold[text[i] & 0xff] != bytes[i + shift]) {
                return false;
            }
        }
        return true;
    }

    /// What each byte value counts as.
    private static final class Fold {
        private static final byte[] EXACT = new byte[256];
        private static final byte[] LOWER = new byte[256];

        static {
            for (int value = 0; value < 256; value++) {
                EXACT[value] = (byte) value;
                LOWER[value] = (byte) (value >= 'A' && value <= 'Z' ? value + 32 : value);
            }
        }
    }
}
