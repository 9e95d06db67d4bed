package org.socklens.posix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PathEncodingTest {
    @Test
    void textIsUtf8() {
        String typed = "/tmp/é漢😀.sock";
        assertThat(PathEncoding.bytes(typed)).isEqualTo(typed.getBytes(StandardCharsets.UTF_8));
        assertThat(PathEncoding.text(typed.getBytes(StandardCharsets.UTF_8))).isEqualTo(typed);
    }

    @Test
    void aByteThatIsNotUtf8SurvivesAField() {
        byte[] path = {'/', 't', (byte) 0xff, (byte) 0xc3, '/', (byte) 0x80};
        assertThat(PathEncoding.bytes(PathEncoding.text(path))).isEqualTo(path);
        assertThat(PathEncoding.text(path)).hasSize(6).startsWith("/t");
    }

    @Test
    void anyBytesSurvive() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] path = new byte[random.nextInt(12)];
            random.nextBytes(path);
            assertThat(PathEncoding.bytes(PathEncoding.text(path))).isEqualTo(path);
        }
    }
}
