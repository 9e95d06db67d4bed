package org.socklens.traffic;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/// The figures of a long recording, at the size of a long recording.
class TenMillionChunksTest {
    private static final int ECHOES = 5_000_000;
    private static final int CHUNK_BYTES = 16;
    private static final long MIB = 1 << 20;

    @Test
    void tenMillionChunksAreCountedAndReadBackWithTheSameDigest() throws NoSuchAlgorithmException {
        MessageDigest written = MessageDigest.getInstance("SHA-256");
        MessageDigest received = MessageDigest.getInstance("SHA-256");
        MessageDigest sent = MessageDigest.getInstance("SHA-256");
        try (Transcript transcript = new Transcript(new Limits(32 * MIB, 4096 * MIB))) {
            echo(transcript, written);
            assertThat(transcript.end()).isEqualTo(2L * ECHOES);
            assertThat(transcript.dropped()).isZero();
            assertThat(transcript.bytesReceived()).isEqualTo((long) ECHOES * CHUNK_BYTES);
            assertThat(transcript.bytesSent()).isEqualTo((long) ECHOES * CHUNK_BYTES);
            assertThat(transcript.chunkSizes()[5]).isEqualTo(2L * ECHOES);
            read(transcript, received, sent);
        }
        String expected = HexFormat.of().formatHex(written.digest());
        assertThat(HexFormat.of().formatHex(received.digest())).isEqualTo(expected);
        assertThat(HexFormat.of().formatHex(sent.digest())).isEqualTo(expected);
    }

    private static void echo(Transcript transcript, MessageDigest written) {
        StreamPosition in = new StreamPosition();
        StreamPosition out = new StreamPosition();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment chunk = arena.allocate(CHUNK_BYTES);
            for (long i = 0; i < ECHOES; i++) {
                chunk.set(JAVA_LONG_UNALIGNED, 0, i);
                chunk.set(JAVA_LONG_UNALIGNED, 8, ~i);
                written.update(chunk.asByteBuffer());
                transcript.chunk(Kind.RECEIVED, 1, in, i, i, chunk, CHUNK_BYTES);
                transcript.echo(Kind.SENT, 1, out, i, i, chunk, CHUNK_BYTES);
            }
        }
    }

    private static void read(Transcript transcript, MessageDigest received, MessageDigest sent) {
        RowBatch batch = new RowBatch(transcript);
        for (long next = 0; batch.loadFrom(next, transcript.end()); next = batch.index(batch.count())) {
            for (int i = 0; i < batch.count(); i++) {
                MessageDigest digest = batch.kind(i) == Kind.RECEIVED ? received : sent;
                digest.update(batch.contents(), batch.contentStart(i), batch.length(i));
            }
        }
    }
}
