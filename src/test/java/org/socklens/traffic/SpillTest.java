package org.socklens.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpillTest {
    private static final int MIB = 1 << 20;

    private static String sha256OfRows(Transcript transcript) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (long row = transcript.first(); row < transcript.end(); row++) {
            digest.update(transcript.bytes(row, 0, Integer.MAX_VALUE));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Test
    void twoMillionChunksAreReadBackByteForByte() throws NoSuchAlgorithmException {
        try (Transcript transcript = new Transcript(new Limits(8 * MIB, 512 * MIB))) {
            Random random = new Random(1);
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] bytes = new byte[32];
            MemorySegment segment = MemorySegment.ofArray(bytes);
            StreamPosition position = new StreamPosition();
            for (int i = 0; i < 2_000_000; i++) {
                random.nextBytes(bytes);
                int length = i % 33;
                digest.update(bytes, 0, length);
                transcript.chunk(Kind.RECEIVED, 1, position, i, i, segment, length);
            }
            assertThat(transcript.dropped()).isZero();
            assertThat(transcript.spillFailure()).isNull();
            assertThat(transcript.bytesReceived()).isEqualTo(position.offset());
            assertThat(sha256OfRows(transcript)).isEqualTo(HexFormat.of().formatHex(digest.digest()));
        }
    }

    @Test
    void aChunkOfManyPagesIsReadBackByteForByte() throws NoSuchAlgorithmException {
        try (Transcript transcript = new Transcript(new Limits(3 * MIB, 64 * MIB))) {
            byte[] bytes = new byte[20 * MIB + 7];
            new Random(2).nextBytes(bytes);
            new Chunks(transcript, Kind.SENT, 1).add(bytes);
            assertThat(transcript.bytes(0, 0, bytes.length)).isEqualTo(bytes);
            assertThat(transcript.bytes(0, bytes.length - 3, 99)).hasSize(3);
        }
    }

    @Test
    void withoutAFileTheNewestRowsStayAndEveryLostOneIsCounted() {
        try (Transcript transcript = new Transcript(new Limits(3 * MIB, 0))) {
            Chunks chunks = new Chunks(transcript, Kind.RECEIVED, 1);
            for (int i = 0; i < 10_000; i++) {
                chunks.add(new byte[4096]);
            }
            assertThat(transcript.dropped()).isEqualTo(10_000 - transcript.count(RowFilter.RECEIVED));
            assertThat(transcript.count(RowFilter.ALL)).isBetween(300L, 768L);
            assertThat(transcript.bytes(transcript.first(), 0, 4096)).hasSize(4096);
            assertThat(transcript.row(transcript.first() - 1)).isNull();
            assertThat(transcript.bytesReceived()).isEqualTo(10_000L * 4096);
        }
    }

    @Test
    void filtersStayRightWhenRowsAreDroppedAndCleared() {
        try (Transcript transcript = new Transcript(new Limits(3 * MIB, 6 * MIB))) {
            Chunks received = new Chunks(transcript, Kind.RECEIVED, 1);
            Chunks sent = new Chunks(transcript, Kind.SENT, 1);
            Random random = new Random(4);
            for (int i = 0; i < 300_000; i++) {
                (random.nextInt(3) == 0 ? sent : received).add((byte) i);
            }
            // Pages still move to the file, where more may be dropped: what is held must stand still to be compared.
            assertThat(transcript.dropped()).isPositive();
            await().untilAsserted(() -> assertFiltersAgree(transcript));
            transcript.clear();
            for (int i = 0; i < 1000; i++) {
                sent.add((byte) i);
            }
            assertFiltersAgree(transcript);
            assertThat(transcript.count(RowFilter.SENT)).isEqualTo(1000);
        }
    }

    private static void assertFiltersAgree(Transcript transcript) {
        for (RowFilter filter : List.of(RowFilter.RECEIVED, RowFilter.SENT, RowFilter.EVENTS)) {
            long position = 0;
            for (long row = transcript.first(); row < transcript.end(); row++) {
                Row found = transcript.row(row);
                if (found != null && filter.accepts(found.kind())) {
                    if (position % 101 == 0) {
                        assertThat(transcript.rowAt(filter, position)).isEqualTo(row);
                        assertThat(transcript.positionOf(filter, row)).isEqualTo(position);
                    }
                    position++;
                }
            }
            assertThat(transcript.count(filter)).isEqualTo(position);
            assertThat(transcript.rowAt(filter, position)).isEqualTo(-1);
        }
    }

    @Test
    void aReaderThatIsInterruptedDoesNotCloseTheFileForOthers() throws InterruptedException {
        try (Transcript transcript = new Transcript(new Limits(3 * MIB, 64 * MIB))) {
            fill(transcript, 200);
            await().until(() -> spillFiles() == 2);
            Thread reader = Thread.ofPlatform().start(() -> {
                Thread.currentThread().interrupt();
                transcript.bytes(0, 0, 10);
            });
            reader.join();
            assertThat(transcript.bytes(0, 0, 10)).hasSize(10);
            assertThat(transcript.row(1)).isNotNull();
        }
    }

    @Test
    void clearGivesTheSpaceOfTheFileBack() {
        try (Transcript transcript = new Transcript(new Limits(3 * MIB, 64 * MIB))) {
            fill(transcript, 300);
            await().until(() -> spilledBytes() > 5 * MIB);
            transcript.clear();
            await().until(() -> spilledBytes() == 0);
            fill(transcript, 300);
            assertThat(transcript.count(RowFilter.ALL)).isEqualTo(300);
            assertThat(transcript.bytes(transcript.first(), 0, 10)).hasSize(10);
        }
    }

    @Test
    void anIdleTranscriptMakesNoFile() throws IOException {
        try (Transcript transcript = new Transcript(Limits.standard())) {
            fill(transcript, 1);
            assertThat(spillFiles()).isZero();
        }
    }

    @Test
    void whatIsAddedAfterCloseIsForgotten() {
        Transcript transcript = new Transcript(Limits.standard());
        fill(transcript, 1);
        transcript.close();
        transcript.close();
        fill(transcript, 1);
        transcript.event(Kind.CLOSED, 1, 0, 0, "closed");
        transcript.clear();
        assertThat(transcript.row(0)).isNull();
        assertThat(transcript.bytes(0, 0, 1)).isEmpty();
        assertThat(transcript.end()).isEqualTo(1);
    }

    private static void fill(Transcript transcript, int chunks) {
        Chunks writer = new Chunks(transcript, Kind.RECEIVED, 1);
        for (int i = 0; i < chunks; i++) {
            writer.add(new byte[65_536]);
        }
    }

    /// Descriptors of unlinked spill files in this process.
    private static long spillFiles() throws IOException {
        return openSpillFiles().size();
    }

    private static long spilledBytes() throws IOException {
        long bytes = 0;
        for (Path fd : openSpillFiles()) {
            bytes = Math.max(bytes, Files.size(fd));
        }
        return bytes;
    }

    private static List<Path> openSpillFiles() throws IOException {
        try (Stream<Path> fds = Files.list(Path.of("/proc/self/fd"))) {
            return fds.filter(SpillTest::isSpillFile).toList();
        }
    }

    private static boolean isSpillFile(Path fd) {
        try {
            String target = Files.readSymbolicLink(fd).toString();
            return target.contains("socklens-") && target.endsWith("(deleted)");
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }
}
