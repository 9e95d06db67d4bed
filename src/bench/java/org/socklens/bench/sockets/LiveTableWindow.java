package org.socklens.bench.sockets;

import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.socklens.bench.process.CpuTime;
import org.socklens.bench.report.Samples;
import org.socklens.ui.app.Wiring;
import org.socklens.ui.sockets.Interval;

/// The page of sockets as a person has it, live. Prints the longest pulse and the 99th of a hundred in milliseconds of
/// processor time, so that other programs do not count, then the heap in MB: at first, at the end, at most.
/// `-Dsocklens.bench.seconds=600` goes on for ten minutes.
final class LiveTableWindow {
    private static final int SECONDS = Integer.getInteger("socklens.bench.seconds", 40);
    private static final int WARM_UP_SECONDS = 12;
    private static final int SECONDS_BETWEEN_HEAPS = 5;

    private LiveTableWindow() {}

    /// Runs it.
    public static void main(String[] arguments) {
        Application.launch(Live.class, arguments);
    }

    /// The application.
    public static final class Live extends Application {
        private @Nullable Wiring wiring;

        /// Made by the toolkit.
        public Live() {}

        @Override
        public void start(Stage stage) {
            Wiring built = new Wiring(stage, null);
            wiring = built;
            built.show();
            built.sockets().model().intervalProperty().set(Interval.HALF_A_SECOND);
            built.window().pages().stream()
                    .filter(page -> page.id().equals("sockets"))
                    .forEach(built.window()::show);
            new Meter().start();
        }

        @Override
        public void stop() {
            if (wiring != null) {
                wiring.close();
            }
        }
    }

    private static final class Meter extends AnimationTimer {
        private final Samples pulses = new Samples();
        private final Samples heaps = new Samples();
        private double firstHeap;
        private double latestHeap;
        private long begun;
        private long busyBefore;
        private long heapAt = WARM_UP_SECONDS;

        @Override
        public void handle(long now) {
            if (begun == 0) {
                begun = System.nanoTime();
            }
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
            if (seconds >= WARM_UP_SECONDS) {
                pulses.add((CpuTime.ofThisThread() - busyBefore) / 1e6);
            }
            if (seconds >= heapAt) {
                heapAt = seconds + SECONDS_BETWEEN_HEAPS;
                noteHeap();
            }
            // What was noted here is no work of the window.
            busyBefore = CpuTime.ofThisThread();
            if (seconds >= WARM_UP_SECONDS + SECONDS) {
                stop();
                System.out.println(pulses.percentile(100) + " " + pulses.percentile(99) + " " + firstHeap + " "
                        + latestHeap + " " + heaps.percentile(100));
                Platform.exit();
            }
        }

        private void noteHeap() {
            System.gc();
            latestHeap = (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1e6;
            firstHeap = firstHeap == 0 ? latestHeap : firstHeap;
            heaps.add(latestHeap);
        }
    }
}
