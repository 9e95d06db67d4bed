package org.socklens.posix;

/// The shape of UTF-8 (RFC 3629), byte by byte.
public final class Utf8 {
    private Utf8() {}

    /// How many bytes the character that starts at `from` takes, or 0 when the bytes there are not a whole valid one.
    public static int sequenceLength(byte[] bytes, int from) {
        int first = bytes[from] & 0xff;
        int length = announcedLength(first);
        if (length == 0 || from + length > bytes.length) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if (!mayFollow(first, i, bytes[from + i] & 0xff)) {
                return 0;
            }
        }
        return length;
    }

    /// How many bytes a character with this first byte takes, or 0 when no character starts so.
    public static int announcedLength(int first) {
        if (first < 0x80) {
            return 1;
        }
        if (first < 0xc2 || first > 0xf4) {
            return 0;
        }
        return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    }

    /// Whether `value` may stand at `position` (1 to 3) of a character that starts with `first`: no overlong forms,
    /// no surrogates, nothing above U+10FFFF.
    public static boolean mayFollow(int first, int position, int value) {
        if (position == 1) {
            int low = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
            int high = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
            return value >= low && value <= high;
        }
        return value >= 0x80 && value <= 0xbf;
    }
}
