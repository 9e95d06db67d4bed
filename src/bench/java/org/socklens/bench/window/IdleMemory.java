package org.socklens.bench.window;

import java.util.concurrent.TimeUnit;
import org.socklens.Socklens;
import org.socklens.bench.Benchmark;
import org.socklens.bench.process.Memory;
import org.socklens.bench.process.OwnJava;
import org.socklens.bench.process.Screen;
import org.socklens.bench.report.Figure;
import org.socklens.bench.report.Report;

/// The window is opened and left alone.
public final class IdleMemory implements Benchmark {
    private static final int SECONDS = 12;

    /// Named on the command line.
    public IdleMemory() {}

    @Override
    public String title() {
        return "Memory of the window, idle";
    }

    @Override
    public void run(Report report) throws Exception {
        if (!Screen.possible()) {
            report.note("Not measured: there is no Xvfb.");
            return;
        }
        try (Screen screen = new Screen()) {
            Process window = screen.program(OwnJava.command(Socklens.class))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (window.waitFor(SECONDS, TimeUnit.SECONDS)) {
                report.note("Not measured: the window did not open.");
                return;
            }
            double megabytes = Memory.resident(window.pid()) / 1e6;
            window.destroy();
            window.waitFor();
            report.figure(Figure.atMost("resident memory of the idle window, MB", megabytes, 250, "%.0f"));
        }
    }
}
