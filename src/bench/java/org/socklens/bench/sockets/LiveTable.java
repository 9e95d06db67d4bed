package org.socklens.bench.sockets;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.socklens.bench.Benchmark;
import org.socklens.bench.process.OwnJava;
import org.socklens.bench.process.Screen;
import org.socklens.bench.report.Figure;
import org.socklens.bench.report.Report;

/// How much the FX thread works in one pulse while the page of sockets shows 20,000 of them, looked at twice a second,
/// and how the heap goes.
public final class LiveTable implements Benchmark {
    private static final int PROCESSES = 4;
    private static final int SOCKETS = 20_000;
    private static final double MOST_PULSE_MILLIS = 50;

    /// Named on the command line.
    public LiveTable() {}

    @Override
    public String title() {
        return "20,000 sockets in the live table";
    }

    @Override
    public void run(Report report) throws Exception {
        if (!Screen.possible()) {
            report.note("Not measured: it takes Xvfb.");
            return;
        }
        try (Crowd _ = Crowd.of(PROCESSES, SOCKETS);
                Screen screen = new Screen()) {
            Process window = screen.program(OwnJava.command(LiveTableWindow.class))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String out = new String(window.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (window.waitFor() != 0) {
                report.note("Not measured: the window failed.");
                return;
            }
            double[] found = Arrays.stream(out.split(" ")).mapToDouble(Double::parseDouble).toArray();
            report.figure(Figure.atMost("live table: longest pulse, ms", found[0], MOST_PULSE_MILLIS, "%.1f"));
            report.note("99 of 100 pulses took at most %.1f ms of the FX thread; the heap held %.0f MB at first and %.0f MB at the end, %.0f MB at most."
                    .formatted(found[1], found[2], found[3], found[4]));
        }
    }
}
