package org.socklens.bench.record;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import org.socklens.traffic.Kind;
import org.socklens.traffic.StreamPosition;
import org.socklens.traffic.Transcript;

/// Fills transcripts with numbered chunks, each a line of sixteen bytes.
final class Recorded {
    static final int CHUNK_BYTES = 16;

    private Recorded() {}

    /// Adds `count` chunks as fast as they go.
    static void add(Transcript transcript, long count) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment chunk = arena.allocate(CHUNK_BYTES);
            StreamPosition position = new StreamPosition();
            for (long i = 0; i < count; i++) {
                number(chunk, i);
                transcript.chunk(Kind.RECEIVED, 1, position, i, i, chunk, CHUNK_BYTES);
            }
        }
    }

    /// The line of chunk `i`, as text.
    static String line(long i) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment chunk = arena.allocate(CHUNK_BYTES);
            number(chunk, i);
            return new String(chunk.toArray(JAVA_BYTE), StandardCharsets.US_ASCII);
        }
    }

    private static void number(MemorySegment chunk, long i) {
        long left = i;
        for (int at = CHUNK_BYTES - 2; at >= 0; at--) {
            chunk.set(JAVA_BYTE, at, (byte) ('0' + left % 10));
            left /= 10;
        }
        chunk.set(JAVA_BYTE, CHUNK_BYTES - 1, (byte) '\n');
    }
}
