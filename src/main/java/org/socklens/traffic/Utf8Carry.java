package org.socklens.traffic;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import org.socklens.posix.Utf8;

/// The bytes of a UTF-8 character that a stream has begun and not ended: up to three, packed into an int, first byte
/// lowest, their count in bits 24 and 25. 0 is none.
final class Utf8Carry {
    static final int NONE = 0;
    /// Bits that a packed carry may use.
    static final int BITS = 26;

    private static final int MOST = 3;

    private Utf8Carry() {}

    /// What is left open after `length` more bytes.
    static int after(int carry, MemorySegment bytes, int length) {
        if (length == 0) {
            return carry;
        }
        if (bytes.get(JAVA_BYTE, length - 1) >= 0) {
            return NONE;
        }
        byte[] tail = tail(carry, bytes, length);
        for (int start = tail.length - 1; start >= 0; start--) {
            if ((tail[start] & 0xc0) != 0x80) {
                return beginsCharacter(tail, start) ? pack(tail, start) : NONE;
            }
        }
        return NONE;
    }

    static int count(int carry) {
        return carry >>> 24;
    }

    static byte[] bytes(int carry) {
        byte[] bytes = new byte[count(carry)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (carry >>> 8 * i);
        }
        return bytes;
    }

    /// Whether the bytes from `start` to the end are the valid beginning of a longer character.
    static boolean beginsCharacter(byte[] bytes, int start) {
        int first = bytes[start] & 0xff;
        int present = bytes.length - start;
        if (present >= Utf8.announcedLength(first)) {
            return false;
        }
        for (int i = 1; i < present; i++) {
            if (!Utf8.mayFollow(first, i, bytes[start + i] & 0xff)) {
                return false;
            }
        }
        return true;
    }

    /// The last three bytes of the carry followed by the new bytes: a begun character cannot be longer.
    private static byte[] tail(int carry, MemorySegment bytes, int length) {
        int fresh = Math.min(length, MOST);
        byte[] old = bytes(carry);
        int kept = Math.min(old.length, MOST - fresh);
        byte[] tail = new byte[kept + fresh];
        System.arraycopy(old, old.length - kept, tail, 0, kept);
        MemorySegment.copy(bytes, JAVA_BYTE, length - fresh, tail, kept, fresh);
        return tail;
    }

    private static int pack(byte[] bytes, int start) {
        int count = bytes.length - start;
        int packed = count << 24;
        for (int i = 0; i < count; i++) {
            packed |= (bytes[start + i] & 0xff) << 8 * i;
        }
        return packed;
    }
}
