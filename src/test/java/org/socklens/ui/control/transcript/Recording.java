package org.socklens.ui.control.transcript;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import org.socklens.traffic.Kind;
import org.socklens.traffic.Limits;
import org.socklens.traffic.StreamPosition;
import org.socklens.traffic.Transcript;

/// A transcript that a test writes: a millisecond passes between two rows.
final class Recording implements AutoCloseable {
    private static final long START = 1_800_000_000_000_000_000L;

    final Transcript transcript = new Transcript(Limits.standard());
    private final StreamPosition received = new StreamPosition();
    private final StreamPosition sent = new StreamPosition();
    private long nanos = START;

    /// A client came, and each text was received and sent back.
    static Recording echoOf(String... texts) {
        Recording recording = new Recording();
        recording.transcript.event(Kind.ACCEPTED, 1, recording.tick(), 3, "accepted, pid 4711");
        for (String text : texts) {
            recording.echo(text.getBytes(StandardCharsets.UTF_8));
        }
        return recording;
    }

    void echo(byte[] bytes) {
        transcript.chunk(Kind.RECEIVED, 1, received, tick(), 7, MemorySegment.ofArray(bytes), bytes.length);
        transcript.chunk(Kind.SENT, 1, sent, tick(), 8, MemorySegment.ofArray(bytes), bytes.length);
    }

    private long tick() {
        nanos += 1_000_000;
        return nanos;
    }

    @Override
    public void close() {
        transcript.close();
    }
}
