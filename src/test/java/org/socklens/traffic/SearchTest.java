package org.socklens.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SearchTest {
    private final Transcript transcript = new Transcript(new Limits(0, 64 << 20));
    private final Chunks received = new Chunks(transcript, Kind.RECEIVED, 1);

    @AfterEach
    void close() {
        transcript.close();
    }

    private @Nullable Match forward(Needle needle, long row) {
        return new Search(transcript, needle, RowFilter.ALL).forwardFrom(row, Progress.NONE);
    }

    @Test
    void aMatchMaySpanManyChunksOfOneStreamWhileOthersStandBetween() {
        Chunks other = new Chunks(transcript, Kind.RECEIVED, 2);
        for (byte part : "needle".getBytes(UTF_8)) {
            received.add(part);
            other.add((byte) 'x');
        }
        assertThat(forward(Needle.text("needle"), 0)).isEqualTo(new Match(10, -5, 6));
        assertThat(forward(Needle.text("nx"), 0)).isNull();
    }

    @Test
    void forwardsAndBackwardsFindTheSameRowsAsLookingAtTheWholeStream() {
        Random random = new Random(5);
        StringBuilder stream = new StringBuilder();
        List<Long> rowOfByte = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            byte[] chunk = new byte[random.nextInt(4)];
            for (int at = 0; at < chunk.length; at++) {
                chunk[at] = (byte) "abc".charAt(random.nextInt(3));
                rowOfByte.add(transcript.end());
            }
            stream.append(new String(chunk, UTF_8));
            received.add(chunk);
        }
        List<Long> expected = new ArrayList<>();
        for (int at = stream.indexOf("abcab"); at >= 0; at = stream.indexOf("abcab", at + 1)) {
            expected.add(rowOfByte.get(at + 4));
        }
        List<Long> distinct = expected.stream().distinct().toList();
        assertThat(distinct).hasSizeGreaterThan(10);
        assertThat(allForward(Needle.text("abcab"))).isEqualTo(distinct);
        assertThat(allBackward(Needle.text("abcab"))).isEqualTo(distinct.reversed());
    }

    private List<Long> allForward(Needle needle) {
        List<Long> rows = new ArrayList<>();
        Search search = new Search(transcript, needle, RowFilter.ALL);
        for (Match match = search.forwardFrom(0, Progress.NONE);
                match != null;
                match = search.forwardFrom(match.row() + 1, Progress.NONE)) {
            rows.add(match.row());
        }
        return rows;
    }

    private List<Long> allBackward(Needle needle) {
        List<Long> rows = new ArrayList<>();
        Search search = new Search(transcript, needle, RowFilter.ALL);
        for (Match match = search.backwardFrom(transcript.end(), Progress.NONE);
                match != null;
                match = search.backwardFrom(match.row() - 1, Progress.NONE)) {
            rows.add(match.row());
        }
        return rows;
    }

    @Test
    void aMatchAcrossTheReadingPiecesOfALongChunkIsFound() {
        byte[] bytes = new byte[300_000];
        System.arraycopy("needle".getBytes(UTF_8), 0, bytes, 65_533, 6);
        received.add(bytes);
        assertThat(forward(Needle.text("needle"), 0)).isEqualTo(new Match(0, 65_533, 6));
    }

    @Test
    void onlyRowsThatPassTheFilterAreFound() {
        received.add("reset".getBytes(UTF_8));
        transcript.event(Kind.RESET, 1, 1, 0, "reset by the peer");
        Search events = new Search(transcript, Needle.text("reset"), RowFilter.EVENTS);
        assertThat(events.forwardFrom(0, Progress.NONE)).isEqualTo(new Match(1, 0, 5));
        assertThat(new Search(transcript, Needle.text("reset"), RowFilter.SENT).forwardFrom(0, Progress.NONE))
                .isNull();
    }

    @Test
    void aMatchThatBeginsInAClearedChunkIsGone() {
        received.add("nee".getBytes(UTF_8));
        transcript.clear();
        received.add("dle".getBytes(UTF_8));
        assertThat(forward(Needle.text("needle"), 0)).isNull();
    }

    @Test
    void aCancelledSearchStopsAtTheNextBatch() {
        for (int i = 0; i < 10_000; i++) {
            received.add((byte) 'x');
        }
        List<Long> reached = new ArrayList<>();
        Progress cancelledAfterTwo = new Progress() {
            @Override
            public void reached(long rows) {
                reached.add(rows);
            }

            @Override
            public boolean isCancelled() {
                return reached.size() == 2;
            }
        };
        Search search = new Search(transcript, Needle.text("y"), RowFilter.ALL);
        assertThat(search.forwardFrom(0, cancelledAfterTwo)).isNull();
        assertThat(reached).containsExactly(256L, 512L);
    }

    @Test
    void aMillionSpilledChunksThatBeginLikeTheNeedleAreSearchedWithinASecond() {
        byte[] chunk = "abcdefghijklmnop".getBytes(UTF_8);
        for (int i = 0; i < 1_000_000; i++) {
            received.add(chunk);
        }
        long begun = System.nanoTime();
        assertThat(forward(Needle.textIgnoringCase("ZAC"), 0)).isNull();
        assertThat((System.nanoTime() - begun) / 1e9).isCloseTo(0, within(1.0));
    }

    @Test
    void hexThatIsNoneIsRefusedInWords() {
        assertThatThrownBy(() -> Needle.hex("0d 0")).hasMessageContaining("two digits a byte");
        assertThatThrownBy(() -> Needle.hex("0x")).hasMessageContaining("0 to 9 and a to f");
        assertThatThrownBy(() -> Needle.hex(" ")).hasMessage("Nothing to search for.");
        assertThat(Needle.hex("0D 0a").length()).isEqualTo(2);
    }
}
