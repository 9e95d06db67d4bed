package org.socklens.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Rows of messages: each has boundaries of its own.
class MessageRowsTest {
    private final Transcript transcript = new Transcript(Limits.standard());
    private final StreamPosition position = StreamPosition.ofMessages();

    @AfterEach
    void close() {
        transcript.close();
    }

    private Row message(byte[] taken, int messageLength) {
        long row = transcript.end();
        transcript.chunk(
                Kind.RECEIVED, 1, position, 1, 0, MemorySegment.ofArray(taken), taken.length, messageLength);
        return Objects.requireNonNull(transcript.row(row));
    }

    @Test
    void aMessageTellsHowLongItWas() {
        Row cut = message("he".getBytes(UTF_8), 5);
        assertThat(cut.kind()).isEqualTo(Kind.RECEIVED);
        assertThat(cut.isMessage()).isTrue();
        assertThat(cut.isTruncated()).isTrue();
        assertThat(cut.length()).isEqualTo(2);
        assertThat(cut.messageLength()).isEqualTo(5);
        assertThat(message(new byte[0], 0).isTruncated()).isFalse();
    }

    @Test
    void aChunkOfAStreamIsNoMessage() {
        transcript.chunk(Kind.SENT, 1, new StreamPosition(), 1, 0, MemorySegment.ofArray(new byte[3]), 3);
        Row row = Objects.requireNonNull(transcript.row(0));
        assertThat(row.isMessage()).isFalse();
        assertThat(row.isTruncated()).isFalse();
    }

    @Test
    void aCharacterDoesNotGoOnFromOneMessageIntoTheNext() {
        byte[] letter = "é".getBytes(UTF_8);
        Row first = message(new byte[] {letter[0]}, 1);
        Row second = message(new byte[] {letter[1]}, 1);
        assertThat(ChunkText.escaped(transcript, first)).isEqualTo("\\xc3");
        assertThat(ChunkText.escaped(transcript, second)).isEqualTo("\\xa9");
        assertThat(second.previousChunk()).isEqualTo(Row.NO_CHUNK);
    }

    @Test
    void copiedLinesOfMessagesHaveNoOffset() {
        message("first".getBytes(UTF_8), 5);
        Row second = message("second".getBytes(UTF_8), 6);
        assertThat(new Tsv(transcript, TimeStyle.SINCE_START).line(second).split("\t", -1))
                .containsExactly("2", "0.000000", "recv", "1", "", "6", "second", "73 65 63 6f 6e 64");
    }

    @Test
    void messagesAreCountedAndFilteredAsChunks() {
        message("hello".getBytes(UTF_8), 5);
        transcript.event(Kind.TRUNCATED, 1, 1, 0, "lost");
        assertThat(transcript.count(RowFilter.RECEIVED)).isEqualTo(1);
        assertThat(transcript.count(RowFilter.EVENTS)).isEqualTo(1);
        assertThat(transcript.bytesReceived()).isEqualTo(5);
        assertThatThrownBy(() -> transcript.event(Kind.RECEIVED, 1, 1, 0, "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
