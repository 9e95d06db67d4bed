package org.socklens.bench.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A screen of 1280x1024 that nobody sees, by Xvfb.
public final class Screen implements AutoCloseable {
    private final Process server;
    private final String display;

    /// Opens it.
    public Screen() throws IOException {
        server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1280x1024x24")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        display = ":" + out.readLine();
    }

    /// Whether there can be one.
    public static boolean possible() {
        return Installed.has("Xvfb");
    }

    /// A program that shows its window here.
    public ProcessBuilder program(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("DISPLAY", display);
        return builder;
    }

    @Override
    public void close() {
        server.destroy();
    }
}
