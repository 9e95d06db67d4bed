package org.socklens.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChunkTextTest {
    private final Transcript transcript = new Transcript(new Limits(0, 0));
    private final Chunks received = new Chunks(transcript, Kind.RECEIVED, 1);

    @AfterEach
    void close() {
        transcript.close();
    }

    private List<Run> runs(long row, int max) {
        return ChunkText.runs(transcript, Objects.requireNonNull(transcript.row(row)), max);
    }

    private String escaped(long row) {
        return ChunkText.escaped(transcript, Objects.requireNonNull(transcript.row(row)));
    }

    @Test
    void aCharacterThatComesByteByByteStandsInItsLastRow() {
        for (byte part : "😀".getBytes(UTF_8)) {
            received.add(part);
        }
        assertThat(runs(0, 9)).containsExactly(new Run.Bytes("f0"));
        assertThat(runs(1, 9)).containsExactly(new Run.Bytes("9f"));
        assertThat(runs(2, 9)).containsExactly(new Run.Bytes("98"));
        assertThat(runs(3, 9)).containsExactly(new Run.Plain("😀"));
    }

    @Test
    void aBegunCharacterThatIsNeverEndedStaysHexAndHarmsNothingAfterIt() {
        received.add((byte) 'a', (byte) 0xe6, (byte) 0xbc);
        received.add((byte) 'b');
        assertThat(runs(0, 9)).containsExactly(new Run.Plain("a"), new Run.Bytes("e6 bc"));
        assertThat(runs(1, 9)).containsExactly(new Run.Plain("b"));
    }

    @Test
    void anEmptyChunkKeepsTheCharacterOpen() {
        received.add((byte) 0xc3);
        received.add();
        received.add((byte) 0xa9);
        assertThat(runs(1, 9)).isEmpty();
        assertThat(runs(2, 9)).containsExactly(new Run.Plain("é"));
    }

    @Test
    void theOtherDirectionDoesNotCompleteACharacter() {
        received.add((byte) 0xc3);
        new Chunks(transcript, Kind.SENT, 1).add((byte) 0xa9);
        assertThat(runs(1, 9)).containsExactly(new Run.Bytes("a9"));
    }

    @ParameterizedTest
    @CsvSource({"c0af", "e080af", "eda080", "f08080af", "f4908080", "ff", "80"})
    void overlongSurrogateAndImpossibleBytesAreHex(String hex) {
        received.add(HexFormat.of().parseHex(hex));
        assertThat(runs(0, 9)).containsExactly(new Run.Bytes(hex.replaceAll("(..)(?=.)", "$1 ")));
    }

    @Test
    void invisibleAndReorderingCharactersAreNamed() {
        received.add("a\u202eb\u200b\u00a0\ufe0f\u3164\u001b\u007f".getBytes(UTF_8));
        assertThat(runs(0, 99))
                .containsExactly(
                        new Run.Plain("a"),
                        new Run.Control("U+202E"),
                        new Run.Plain("b"),
                        new Run.Control("U+200B"),
                        new Run.Control("U+00A0"),
                        new Run.Control("U+FE0F"),
                        new Run.Control("U+3164"),
                        new Run.Control("ESC"),
                        new Run.Control("DEL"));
    }

    @Test
    void aCharacterThatOnlyTheLimitCutsIsLeftOut() {
        received.add("ab漢cd".getBytes(UTF_8));
        assertThat(runs(0, 4)).containsExactly(new Run.Plain("ab"));
        assertThat(runs(0, 5)).containsExactly(new Run.Plain("ab漢"));
    }

    @Test
    void escapedTextIsOneLineWithoutTabs() {
        received.add("\\ \n\r\t\0\u001b\u2028é".getBytes(UTF_8));
        received.add((byte) 0xff, (byte) 0xc3);
        assertThat(escaped(0)).isEqualTo("\\\\ \\n\\r\\t\\0\\x1b\\xe2\\x80\\xa8é");
        assertThat(escaped(1)).isEqualTo("\\xff\\xc3");
    }
}
