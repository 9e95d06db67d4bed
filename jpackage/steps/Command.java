package steps;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

/// Runs programs, and the JDK's own tools. What one prints is shown only when it fails, and then the build stops.
final class Command {
    private Command() {}

    /// Whether `program` is on the `PATH`.
    static boolean exists(String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    static void run(Map<String, String> environment, List<String> words) {
        try {
            ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            byte[] printed = process.getInputStream().readAllBytes();
            int status = process.waitFor();
            if (status != 0) {
                throw failed(words, status, printed);
            }
        } catch (IOException refused) {
            throw new Failed(words.getFirst() + " could not be started: " + refused.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Failed(words.getFirst() + " was interrupted");
        }
    }

    /// Runs `jar`, `jpackage` or another tool of the JDK that this program runs on.
    static void tool(String name, List<String> words) {
        ToolProvider tool = ToolProvider.findFirst(name)
                .orElseThrow(() -> new Failed("this JDK has no " + name + ": " + System.getProperty("java.home")));
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        int status = tool.run(out, out, words.toArray(String[]::new));
        if (status != 0) {
            throw failed(words, status, printed.toByteArray());
        }
    }

    private static Failed failed(List<String> words, int status, byte[] printed) {
        return new Failed("%s ended with %d:%n%s"
                .formatted(String.join(" ", words), status, new String(printed, StandardCharsets.UTF_8)));
    }
}
