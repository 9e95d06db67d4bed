package steps;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/// A display for the training run: an X server of its own (`Xvfb`) while this is open, so that no window jumps at the
/// builder and each run is alike; else the display that is there.
final class Screen implements AutoCloseable {
    private final Optional<Process> server;
    private final Map<String, String> environment;

    private Screen(Optional<Process> server, Map<String, String> environment) {
        this.server = server;
        this.environment = environment;
    }

    static Screen open() throws IOException {
        if (Platform.here() != Platform.LINUX) {
            return new Screen(Optional.empty(), Map.of());
        }
        if (!Command.exists("Xvfb")) {
            if (System.getenv("DISPLAY") == null) {
                throw new Failed("the start-up cache is trained in a real window: install Xvfb, or set DISPLAY");
            }
            return new Screen(Optional.empty(), Map.of());
        }
        Process server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1280x1024x24")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader numbers = server.inputReader();
        return new Screen(Optional.of(server), Map.of("DISPLAY", ":" + numbers.readLine()));
    }

    /// What a program needs to know to draw on this display.
    Map<String, String> environment() {
        return environment;
    }

    @Override
    public void close() {
        server.ifPresent(Process::destroy);
    }
}
