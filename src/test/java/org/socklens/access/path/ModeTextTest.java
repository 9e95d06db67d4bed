package org.socklens.access.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModeTextTest {
    @Test
    void everyModeIsReadBackFromLettersAndDigits() {
        for (int mode = 0; mode < 010000; mode++) {
            assertThat(ModeText.parseSymbolic(ModeText.permissions(mode))).isEqualTo(OptionalInt.of(mode));
            assertThat(ModeText.parseSymbolic(ModeText.symbolic(0140000 | mode))).isEqualTo(OptionalInt.of(mode));
            assertThat(ModeText.parseOctal(ModeText.octal(mode))).isEqualTo(OptionalInt.of(mode));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8", "07777777", "-1", "0o644", "rw", "rwxrwxrwz", "rwxrwxrws", "wrxrwxrwx", "rwxrwxrwxrwx"})
    void whatIsNoModeIsNone(String typed) {
        assertThat(ModeText.parseOctal(typed)).isEmpty();
        assertThat(ModeText.parseSymbolic(typed)).isEmpty();
    }
}
