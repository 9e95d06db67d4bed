package org.socklens.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TranscriptTest {
    private static final Limits SMALL = new Limits(3 << 20, 64 << 20);

    private static void received(Transcript transcript, StreamPosition position, byte[] bytes) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment segment = arena.allocate(Math.max(1, bytes.length)).asSlice(0, bytes.length);
            MemorySegment.copy(MemorySegment.ofArray(bytes), 0, segment, 0, bytes.length);
            transcript.chunk(Kind.RECEIVED, 1, position, transcript.end() * 1_000_000, 7, segment, bytes.length);
        }
    }

    private static String shown(Transcript transcript, long row) {
        StringBuilder text = new StringBuilder();
        for (Run run : ChunkText.runs(transcript, Objects.requireNonNull(transcript.row(row)), 1000)) {
            text.append(
                    switch (run) {
                        case Run.Plain(String plain) -> plain;
                        case Run.Control(String name) -> "<" + name + ">";
                        case Run.Bytes(String hex) -> "[" + hex + "]";
                    });
        }
        return text.toString();
    }

    @Test
    void aCharacterSplitBetweenChunksStandsInTheRowThatCompletesIt() {
        for (String character : List.of("é", "漢", "😀")) {
            byte[] bytes = character.getBytes(UTF_8);
            for (int cut = 1; cut < bytes.length; cut++) {
                try (Transcript transcript = new Transcript(SMALL)) {
                    StreamPosition position = new StreamPosition();
                    int at = cut;
                    received(transcript, position, slice(bytes, 0, at));
                    received(transcript, position, slice(bytes, at, bytes.length));
                    assertThat(shown(transcript, 0)).startsWith("[").doesNotContain(character);
                    assertThat(shown(transcript, 1)).isEqualTo(character);
                    assertThat(position.offset()).isEqualTo(bytes.length);
                }
            }
        }
    }

    private static byte[] slice(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    @Test
    void bytesThatAreNoUtf8AreHexAndControlsAreNamed() {
        try (Transcript transcript = new Transcript(SMALL)) {
            received(transcript, new StreamPosition(), new byte[] {'a', (byte) 0xff, '\n', 0, (byte) 0xc0, (byte) 0xaf, 'z'});
            assertThat(shown(transcript, 0)).isEqualTo("a[ff]<LF><NUL>[c0 af]z");
        }
    }

    @Test
    void rowsAreCopiedAsTabSeparatedLines() throws IOException {
        try (Transcript transcript = new Transcript(SMALL)) {
            StreamPosition position = new StreamPosition();
            transcript.event(Kind.ACCEPTED, 1, 0, 1, "accepted, pid 1");
            received(transcript, position, "a\tb\n".getBytes(UTF_8));
            received(transcript, position, new byte[] {0, '\\'});
            StringWriter out = new StringWriter();
            new Tsv(transcript, TimeStyle.SINCE_START)
                    .write(0, transcript.end(), RowFilter.ALL, out, Progress.NONE);
            assertThat(out.toString().lines())
                    .containsExactly(
                            "#\ttime\tdirection\tconnection\toffset\tbytes\ttext\thex",
                            "1\t0.000000\taccepted\t1\t\t\taccepted, pid 1\t",
                            "2\t0.001000\trecv\t1\t0\t4\ta\\tb\\n\t61 09 62 0a",
                            "3\t0.002000\trecv\t1\t4\t2\t\\0\\\\\t00 5c");
        }
    }

    @Test
    void filtersAgreeWithCountingByHand() {
        Random random = new Random(11);
        try (Transcript transcript = new Transcript(SMALL);
                Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = arena.allocate(4);
            List<Kind> kinds = new ArrayList<>();
            StreamPosition position = new StreamPosition();
            for (int i = 0; i < 20_000; i++) {
                Kind kind = List.of(Kind.RECEIVED, Kind.SENT, Kind.ERROR).get(random.nextInt(3));
                kinds.add(kind);
                if (kind.isChunk()) {
                    transcript.chunk(kind, 1, position, i, 0, bytes, 4);
                } else {
                    transcript.event(kind, 1, i, 0, "x");
                }
            }
            for (RowFilter filter : RowFilter.values()) {
                long[] passing = IntStream.range(0, kinds.size())
                        .filter(i -> filter.accepts(kinds.get(i)))
                        .asLongStream()
                        .toArray();
                assertThat(transcript.count(filter)).isEqualTo(passing.length);
                for (int i = 0; i < passing.length; i += 97) {
                    assertThat(transcript.rowAt(filter, i)).isEqualTo(passing[i]);
                    assertThat(transcript.positionOf(filter, passing[i])).isEqualTo(i);
                }
            }
        }
    }

    @Test
    void oldRowsMoveToAFileUnchangedAndTheOldestAreDroppedAndCounted() {
        try (Transcript transcript = new Transcript(new Limits(3 << 20, 24 << 20));
                Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = arena.allocate(16);
            StreamPosition position = new StreamPosition();
            int total = 1_000_000;
            for (int i = 0; i < total; i++) {
                bytes.set(ValueLayout.JAVA_LONG_UNALIGNED, 0, i);
                transcript.chunk(Kind.RECEIVED, 1, position, i, i, bytes, 16);
            }
            assertThat(transcript.end()).isEqualTo(total);
            assertThat(transcript.dropped()).isPositive().isEqualTo(transcript.first());
            assertThat(transcript.row(0)).isNull();
            for (long row = transcript.first(); row < total; row += 9973) {
                byte[] held = transcript.bytes(row, 0, 16);
                if (held.length == 16) {
                    assertThat(MemorySegment.ofArray(held).get(ValueLayout.JAVA_LONG_UNALIGNED, 0))
                            .isEqualTo(row);
                } else {
                    assertThat(row).isLessThan(transcript.first());
                }
            }
        }
    }

    @Test
    void clearStartsNumbersAndTotalsAnew() {
        try (Transcript transcript = new Transcript(SMALL)) {
            StreamPosition position = new StreamPosition();
            received(transcript, position, new byte[10]);
            transcript.clear();
            assertThat(transcript.count(RowFilter.ALL)).isZero();
            assertThat(transcript.bytesReceived()).isZero();
            received(transcript, position, new byte[5]);
            Row row = Objects.requireNonNull(transcript.row(transcript.first()));
            assertThat(row.number()).isEqualTo(1);
            assertThat(row.offset()).isEqualTo(10);
        }
    }

    @Test
    void aNeedleIsFoundWithinAChunkAndAcrossTheBorder() {
        try (Transcript transcript = new Transcript(SMALL)) {
            StreamPosition position = new StreamPosition();
            received(transcript, position, "hello wor".getBytes(UTF_8));
            received(transcript, position, "ld, hello".getBytes(UTF_8));
            Match across = new Search(transcript, Needle.text("world"), RowFilter.ALL).forwardFrom(0, Progress.NONE);
            assertThat(across).isEqualTo(new Match(1, -3, 5));
            Match last = new Search(transcript, Needle.textIgnoringCase("HELLO"), RowFilter.ALL)
                    .backwardFrom(1, Progress.NONE);
            assertThat(last).isEqualTo(new Match(1, 4, 5));
            assertThat(new Search(transcript, Needle.hex("0d0a"), RowFilter.ALL).forwardFrom(0, Progress.NONE))
                    .isNull();
        }
    }

    @Test
    void readersThatRaceWithWriterClearAndCloseSeeRowsOrNothing() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        Transcript transcript = new Transcript(new Limits(3 << 20, 4 << 20));
        Thread reader = Thread.ofPlatform().start(() -> {
            Random random = new Random(3);
            while (!done.get()) {
                long row = transcript.first() + random.nextInt(1000);
                Row found = transcript.row(row);
                if (found != null) {
                    ChunkText.runs(transcript, found, 100);
                }
                transcript.count(RowFilter.RECEIVED);
            }
        });
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = arena.allocate(64);
            StreamPosition position = new StreamPosition();
            for (int i = 0; i < 500_000; i++) {
                transcript.chunk(Kind.RECEIVED, 1, position, i, 0, bytes, 64);
                if (i % 100_000 == 99_999) {
                    transcript.clear();
                }
            }
        }
        transcript.close();
        done.set(true);
        reader.join();
        assertThat(transcript.row(0)).isNull();
        assertThat(transcript.count(RowFilter.ALL)).isGreaterThanOrEqualTo(0);
    }

    @Test
    void closeLeavesNoDescriptorAndNoThread() throws IOException {
        // The first file makes the JDK open what it needs for names that nobody can guess.
        spillOnce();
        long before = descriptors();
        for (int i = 0; i < 5; i++) {
            spillOnce();
        }
        await().until(() -> descriptors() <= before);
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("socklens-spill")));
    }

    private static void spillOnce() {
        try (Transcript transcript = new Transcript(new Limits(0, 64 << 20))) {
            StreamPosition position = new StreamPosition();
            for (int chunk = 0; chunk < 200; chunk++) {
                received(transcript, position, new byte[65_536]);
            }
            assertThat(transcript.end()).isEqualTo(200);
        }
    }

    private static long descriptors() throws IOException {
        try (Stream<Path> fds = Files.list(Path.of("/proc/self/fd"))) {
            return fds.count();
        }
    }
}
