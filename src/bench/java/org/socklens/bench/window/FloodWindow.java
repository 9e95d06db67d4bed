package org.socklens.bench.window;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.socklens.traffic.Kind;
import org.socklens.traffic.StreamPosition;
import org.socklens.traffic.Transcript;
import org.socklens.ui.app.Wiring;

/// The window as a person has it, flooded. Prints what [PulseWatch] saw, chunks missing first.
final class FloodWindow {
    private static final int HELD = 10_000_000;
    private static final int SLICE = 100_000;
    private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int CHUNK_BYTES = 16;
    private static final int ECHOES_A_SECOND = 50_000;
    private static final int SECONDS = 30;

    private FloodWindow() {}

    /// Runs it.
    ///
    /// @param arguments the program that sends
    public static void main(String[] arguments) {
        Application.launch(Flooded.class, arguments);
    }

    /// The application.
    public static final class Flooded extends Application {
        private @Nullable Wiring wiring;

        /// Made by the toolkit.
        public Flooded() {}

        @Override
        public void start(Stage stage) {
            Wiring built = new Wiring(stage, null);
            wiring = built;
            built.show();
            built.workbench().server().toggle();
            String load = getParameters().getRaw().getFirst();
            Thread.ofPlatform().daemon().name("flood").start(() -> flood(built, load));
        }

        @Override
        public void stop() {
            if (wiring != null) {
                wiring.close();
            }
        }
    }

    private static void flood(Wiring wiring, String load) {
        int status = 1;
        try {
            Transcript transcript = wiring.workbench().server().transcript();
            hold(transcript);
            long before = chunks(transcript);
            PulseWatch watch = new PulseWatch(wiring.stage());
            Platform.runLater(watch::begin);
            String path = wiring.workbench().server().form().pathProperty().get();
            String rate = Integer.toString(ECHOES_A_SECOND);
            int failed = new ProcessBuilder(
                            load, "pace", path, Integer.toString(CHUNK_BYTES), rate, Integer.toString(SECONDS))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            String seen = watch.end();
            long missing = 2L * ECHOES_A_SECOND * SECONDS - (chunks(transcript) - before) + transcript.dropped();
            System.out.println(missing + " " + seen);
            status = failed;
        } catch (IOException failure) {
            System.err.println("flood: " + failure.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        System.exit(status);
    }

    /// Fills the transcript no faster than a disk takes it.
    private static void hold(Transcript transcript) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment chunk = arena.allocate(CHUNK_BYTES);
            StreamPosition position = new StreamPosition();
            for (int i = 0; i < HELD; i++) {
                transcript.chunk(Kind.RECEIVED, 1, position, i, 0, chunk, CHUNK_BYTES);
                if (i % SLICE == 0) {
                    LockSupport.parkNanos(SLICE_NANOS);
                }
            }
        }
    }

    private static long chunks(Transcript transcript) {
        long chunks = 0;
        for (long count : transcript.chunkSizes()) {
            chunks += count;
        }
        return chunks;
    }
}
