package org.socklens.bench.sockets;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.socklens.bench.Benchmark;
import org.socklens.bench.report.Figure;
import org.socklens.bench.report.Report;
import org.socklens.ui.app.Page;
import org.socklens.ui.app.Wiring;
import org.socklens.ui.sockets.Interval;

/// How much the FX thread works in one pulse while the page of sockets shows 20,000 of them, looked at twice a second,
/// and whether memory stays flat. `-Dsocklens.bench.seconds=600` goes on for ten minutes.
public final class LiveTable implements Benchmark {
    private static final int SECONDS = Integer.getInteger("socklens.bench.seconds", 30);
    private static final int WARM_UP_SECONDS = 12;
    private static final int MEMORY_SECONDS = 10;
    private static final double MOST_PULSE_MILLIS = 50;

    private @Nullable Wiring wiring;

    /// Measures nothing yet.
    public LiveTable() {}

    @Override
    public String title() {
        return "20,000 sockets in the live table";
    }

    @Override
    public void run(Report report) throws Exception {
        try (Crowd _ = Crowd.of(4, 20_000)) {
            CountDownLatch ended = new CountDownLatch(1);
            Meter meter = new Meter(ended);
            Platform.startup(() -> {
                show();
                meter.start();
            });
            ended.await();
            Platform.runLater(this::close);
            tell(meter, report);
        }
    }

    private void show() {
        Wiring built = new Wiring(new Stage(), null);
        wiring = built;
        built.show();
        built.sockets().model().intervalProperty().set(Interval.HALF_A_SECOND);
        built.window().pages().stream()
                .filter(page -> page.id().equals("sockets"))
                .forEach((Page page) -> built.window().show(page));
    }

    private void close() {
        if (wiring != null) {
            wiring.close();
        }
        Platform.exit();
    }

    private static void tell(Meter meter, Report report) {
        List<Double> pulses = meter.pulses.stream().sorted().toList();
        report.header("work of the FX thread in a pulse", "ms");
        report.row("median", "%.1f".formatted(pulses.get(pulses.size() / 2)));
        report.row("99 of 100", "%.1f".formatted(pulses.get(pulses.size() * 99 / 100)));
        report.row("longest", "%.1f".formatted(pulses.getLast()));
        report.figure(Figure.atMost("longest pulse with 20,000 sockets", pulses.getLast(), MOST_PULSE_MILLIS, "%.0f ms"));
        report.note("Heap after collection, in MB: " + meter.heaps);
    }

    /// Notes what each pulse cost in processor time, so that other programs on this machine do not count.
    private static final class Meter extends AnimationTimer {
        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private final CountDownLatch ended;
        private final List<Double> pulses = new ArrayList<>();
        private final List<Long> heaps = new ArrayList<>();
        private long began;
        private long before;
        private long heapAt = WARM_UP_SECONDS;

        Meter(CountDownLatch ended) {
            this.ended = ended;
        }

        @Override
        public void handle(long now) {
            if (began == 0) {
                began = System.nanoTime();
            }
            long used = threads.getCurrentThreadCpuTime();
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
            if (seconds >= WARM_UP_SECONDS) {
                pulses.add((used - before) / 1e6);
            }
            if (seconds >= heapAt) {
                heapAt = seconds + MEMORY_SECONDS;
                heaps.add(heap());
                used = threads.getCurrentThreadCpuTime();
            }
            before = used;
            if (seconds >= SECONDS + WARM_UP_SECONDS) {
                stop();
                ended.countDown();
            }
        }

        private static long heap() {
            System.gc();
            return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
        }
    }
}
