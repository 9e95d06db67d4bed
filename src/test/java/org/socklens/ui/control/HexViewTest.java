package org.socklens.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class HexViewTest extends ControlTest<HexView> {
    private long read;

    HexViewTest() {
        super(HexView::new);
    }

    @Test
    void aLineIsOffsetTwoGroupsOfEightAndText() {
        HexLines lines = lines(0x1234, "0123456789abcdef\u0000\u007fxyz");
        assertThat(lines.line(0))
                .isEqualTo("00001234  30 31 32 33 34 35 36 37  38 39 61 62 63 64 65 66  |0123456789abcdef|");
        assertThat(lines.line(1))
                .isEqualTo("00001244  00 7f 78 79 7a                                    |··xyz|");
    }

    @Test
    void anOffsetBeyondFourGigabytesKeepsItsDigits() {
        assertThat(lines(0x1_0000_0000L, "x").line(0)).startsWith("0000000100000000  78");
    }

    @Test
    void megabytesAreReadOnlyWhereTheyAreSeen() {
        interact(() -> control().show(0, 64 << 20, (from, max) -> {
            read += max;
            return new byte[max];
        }));
        settle();
        assertThat(coloursIn(control())).isGreaterThan(10);
        assertThat(read).isLessThan(10_000);
    }

    @Test
    void linesAreSelectedAndCopied() {
        byte[] bytes = new byte[40];
        Arrays.fill(bytes, (byte) 'a');
        interact(() -> control().show(0, bytes.length, source(bytes)));
        settle();
        clickOn(control());
        push(KeyCode.HOME);
        push(KeyCode.SHIFT, KeyCode.DOWN);
        push(KeyCode.CONTROL, KeyCode.C);
        assertThat(clipboard().lines()).hasSize(2).last().asString().startsWith("00000010  61 61");
    }

    @Test
    void aNarrowViewPutsEightBytesInALine() {
        byte[] bytes = new byte[16];
        interact(() -> {
            control().setMaxWidth(400);
            control().show(0, bytes.length, source(bytes));
        });
        settle();
        clickOn(control());
        push(KeyCode.CONTROL, KeyCode.A);
        push(KeyCode.CONTROL, KeyCode.C);
        assertThat(clipboard()).isEqualTo("""
                00000000  00 00 00 00 00 00 00 00   |········|
                00000008  00 00 00 00 00 00 00 00   |········|
                """);
    }

    private static HexLines lines(long offset, String text) {
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) text.charAt(i);
        }
        return new HexLines(offset, bytes.length, HexLines.WIDE, source(bytes));
    }

    private static ByteSource source(byte[] bytes) {
        return (from, max) -> Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + max));
    }
}
