package org.socklens.bench.startup;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A screen of its own, black and without a window manager, for one program after another.
final class Screen implements AutoCloseable {
    /// When something showed.
    ///
    /// @param first nanoseconds from the start of the process to the first pixel
    /// @param drawn nanoseconds to the last change of much of the screen: the window stands
    record Shown(long first, long drawn) {}

    private static final long LOOK_NANOS = 500_000;
    private static final long WATCHED_NANOS = 1_500_000_000L;
    private static final long PATIENCE_NANOS = 30_000_000_000L;
    private static final int MUCH = 100;

    private final Process server;
    private final String display;
    private final FrameBuffer pixels;
    private final int[] blank;

    private Screen(Process server, String display, FrameBuffer pixels) {
        this.server = server;
        this.display = display;
        this.pixels = pixels;
        blank = new int[pixels.looked()];
        pixels.look(blank);
    }

    /// @param directory for its files
    static Screen open(Path directory) throws IOException {
        Files.createDirectories(directory);
        Process server = new ProcessBuilder(
                        "Xvfb", "-displayfd", "1", "-screen", "0", "1280x1024x24", "-fbdir", directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader numbers = server.inputReader();
        String display = ":" + numbers.readLine();
        return new Screen(server, display, FrameBuffer.map(directory.resolve("Xvfb_screen0")));
    }

    /// Starts a program, watches until its window stands, and ends it.
    Shown watch(ProcessBuilder program) throws IOException, InterruptedException {
        program.environment().put("DISPLAY", display);
        int[] seen = blank.clone();
        long start = System.nanoTime();
        Process process = program.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return watch(start, seen);
        } finally {
            process.destroy();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            awaitBlank();
        }
    }

    private Shown watch(long start, int[] seen) throws IOException {
        long first = 0;
        long drawn = 0;
        while (first == 0 || System.nanoTime() - first < WATCHED_NANOS) {
            int changed = pixels.look(seen);
            long now = System.nanoTime();
            if (changed > 0 && first == 0) {
                first = now;
            }
            if (changed > seen.length / MUCH) {
                drawn = now;
            }
            if (first == 0 && now - start > PATIENCE_NANOS) {
                throw new IOException("no window showed in 30 seconds");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return new Shown(first - start, Math.max(first, drawn) - start);
    }

    private void awaitBlank() throws IOException {
        long start = System.nanoTime();
        while (pixels.look(blank.clone()) > 0) {
            if (System.nanoTime() - start > PATIENCE_NANOS) {
                throw new IOException("a window stayed after its program had ended");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    @Override
    public void close() {
        server.destroy();
    }
}
