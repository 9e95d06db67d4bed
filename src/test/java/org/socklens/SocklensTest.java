package org.socklens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program as a shell starts it: a process of its own, with its modules.
class SocklensTest {
    private static final long PATIENCE_SECONDS = 30;
    private static final Map<String, String> NO_DISPLAY = Map.of();

    @TempDir
    private Path directory;

    private record Outcome(int status, String out, String err) {}

    @Test
    void helpIsPrinted() throws Exception {
        assertThat(start(NO_DISPLAY, "--help")).isEqualTo(new Outcome(0, Launch.USAGE, ""));
    }

    @Test
    void theVersionIsThatOfTheBuild() throws Exception {
        Outcome outcome = start(NO_DISPLAY, "--version");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).matches("socklens \\d+\\.\\d+\\.\\d+\n");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void anUnknownOptionIsOneLineAndStatusTwo() throws Exception {
        assertThat(start(NO_DISPLAY, "--frobnicate"))
                .isEqualTo(new Outcome(2, "", "socklens: unknown option --frobnicate (see --help)\n"));
    }

    @Test
    void withoutADisplayOneLineSaysWhatToDo() throws Exception {
        assertThat(start(NO_DISPLAY)).isEqualTo(noDisplay());
    }

    @Test
    void aDisplayThatDoesNotAnswerIsLikeNone() throws Exception {
        assertThat(start(Map.of("DISPLAY", ":4097"))).isEqualTo(noDisplay());
        assertThat(start(Map.of("WAYLAND_DISPLAY", "wayland-4097"))).isEqualTo(noDisplay());
    }

    private static Outcome noDisplay() {
        return new Outcome(
                1,
                "",
                "socklens: no display to open a window on; play the tour with --tour, or start under xvfb-run\n");
    }

    private Outcome start(Map<String, String> environment, String... arguments) throws Exception {
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(commandLine(arguments))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY", "JAVA_TOOL_OPTIONS"));
        builder.environment().putAll(environment);
        Process program = builder.start();
        try {
            assertThat(program.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("the program ends")
                    .isTrue();
            return new Outcome(program.exitValue(), text(out), text(err));
        } finally {
            program.destroyForcibly();
        }
    }

    private static List<String> commandLine(String... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Stream.concat(
                        Stream.of(
                                java,
                                "--enable-native-access=org.socklens,javafx.graphics",
                                "--module-path",
                                modulePath(),
                                "--module",
                                "org.socklens/org.socklens.Socklens"),
                        Arrays.stream(arguments))
                .toList();
    }

    /// What the tests run on, without the tests themselves.
    private static String modulePath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
