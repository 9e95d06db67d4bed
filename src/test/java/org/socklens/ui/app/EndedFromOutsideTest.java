package org.socklens.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndedFromOutsideTest {
    @TempDir
    Path directory = Path.of("");

    private Process start(Path socket) throws IOException {
        List<String> command = List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ListeningProgram.class.getName(),
                socket.toString());
        Process program = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start();
        await().atMost(60, TimeUnit.SECONDS).until(() -> Files.exists(socket) || !program.isAlive());
        assertThat(program.isAlive()).as("output: %s", directory.resolve("output")).isTrue();
        return program;
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    void aSignalLeavesNoSocketFileBehind(String signal) throws Exception {
        Path socket = directory.resolve("echo.sock");
        Process program = start(socket);
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(program.pid())).start().waitFor();
            assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(socket).doesNotExist();
        } finally {
            program.destroyForcibly();
        }
    }
}
