package org.socklens.bench.record;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.socklens.traffic.Kind;
import org.socklens.traffic.Limits;
import org.socklens.traffic.StreamPosition;
import org.socklens.traffic.Transcript;

/// A chunk that is received and echoed, into a transcript in memory; measured by JMH.
@State(Scope.Thread)
public class ChunkState {
    private static final int CHUNK_BYTES = 16;

    private final Transcript transcript = new Transcript(new Limits(64L << 20, 0));
    private final StreamPosition in = new StreamPosition();
    private final StreamPosition out = new StreamPosition();
    private final MemorySegment chunk = Arena.ofAuto().allocate(CHUNK_BYTES);

    /// Made by JMH.
    public ChunkState() {}

    /// Two rows.
    @Benchmark
    public void receivedAndEchoed() {
        transcript.chunk(Kind.RECEIVED, 1, in, 0, 0, chunk, CHUNK_BYTES);
        transcript.echo(Kind.SENT, 1, out, 0, 0, chunk, CHUNK_BYTES);
    }

    /// Frees the memory.
    @TearDown
    public void close() {
        transcript.close();
    }
}
