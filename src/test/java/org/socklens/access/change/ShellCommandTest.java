package org.socklens.access.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socklens.access.path.PathBytes;

class ShellCommandTest {
    @Test
    void plainPathsStandBare() {
        PathBytes path = PathBytes.of("/run/app.sock");
        assertThat(ShellCommand.chmod(path, 0660)).isEqualTo("chmod 0660 -- /run/app.sock");
        assertThat(ShellCommand.chown(path, "root", "app")).isEqualTo("chown root:app -- /run/app.sock");
        assertThat(ShellCommand.remove(path)).isEqualTo("rm -- /run/app.sock");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/tmp/a b", "/tmp/it's", "/tmp/$(touch x)", "/tmp/`x`;rm", "/tmp/é漢", "-rf", "/tmp/a\nb\n", "*"})
    void aShellReadsTheVeryBytes(String path) throws IOException {
        assertThat(throughBash(PathBytes.of(path))).isEqualTo(PathBytes.of(path));
    }

    @Test
    void bytesThatAreNoTextArriveToo() throws IOException {
        PathBytes path = PathBytes.of(new byte[] {'/', (byte) 0xff, '\'', '\\', '%', 1, '1', '\n'});
        assertThat(throughBash(path)).isEqualTo(path);
    }

    private static PathBytes throughBash(PathBytes path) throws IOException {
        String script = "printf %s " + ShellCommand.quoted(path);
        Process bash = new ProcessBuilder(List.of("bash", "-c", script)).start();
        return PathBytes.of(bash.getInputStream().readAllBytes());
    }
}
