package org.socklens.traffic;

import java.util.Arrays;
import org.socklens.posix.Utf8;

/// Splits the bytes of one chunk into characters and bytes that are none.
final class Utf8Decoder {
    /// Takes what was found, in order.
    interface Sink {
        void character(int codePoint);

        void stray(byte value);
    }

    private Utf8Decoder() {}

    /// Decodes a chunk that follows the begun character `carry`. The carried bytes themselves were told as stray in
    /// the chunks that brought them.
    static void decode(int carry, byte[] chunk, Sink sink) {
        byte[] begun = Utf8Carry.bytes(carry);
        byte[] bytes = chunk;
        int at = 0;
        if (begun.length > 0) {
            bytes = Arrays.copyOf(begun, begun.length + chunk.length);
            System.arraycopy(chunk, 0, bytes, begun.length, chunk.length);
            at = Utf8.sequenceLength(bytes, 0) > 0 ? 0 : begun.length;
        }
        while (at < bytes.length) {
            int length = Utf8.sequenceLength(bytes, at);
            if (length == 0) {
                sink.stray(bytes[at++]);
            } else {
                sink.character(codePoint(bytes, at, length));
                at += length;
            }
        }
    }

    private static int codePoint(byte[] bytes, int at, int length) {
        int point = length == 1 ? bytes[at] : bytes[at] & (0x7f >> length);
        for (int i = 1; i < length; i++) {
            point = (point << 6) | (bytes[at + i] & 0x3f);
        }
        return point;
    }
}
