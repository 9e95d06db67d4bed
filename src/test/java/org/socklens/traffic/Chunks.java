package org.socklens.traffic;

import java.lang.foreign.MemorySegment;

/// Writes chunks into a transcript as an endpoint does.
final class Chunks {
    private final Transcript transcript;
    private final Kind kind;
    private final int connection;
    private final StreamPosition position = new StreamPosition();

    Chunks(Transcript transcript, Kind kind, int connection) {
        this.transcript = transcript;
        this.kind = kind;
        this.connection = connection;
    }

    /// Adds a chunk one millisecond after the row before it.
    void add(byte... bytes) {
        long nanos = transcript.end() * 1_000_000;
        transcript.chunk(kind, connection, position, nanos, 0, MemorySegment.ofArray(bytes), bytes.length);
    }
}
