package org.socklens.bench.window;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.socklens.bench.Benchmark;
import org.socklens.bench.process.Compiled;
import org.socklens.bench.process.OwnJava;
import org.socklens.bench.process.Screen;
import org.socklens.bench.report.Figure;
import org.socklens.bench.report.Report;

/// Ten million rows are held and 100,000 chunks a second come, half received and half sent back, for thirty seconds.
public final class Flood implements Benchmark {
    /// Named on the command line.
    public Flood() {}

    @Override
    public String title() {
        return "The window during a flood of 100,000 chunks a second, 10,000,000 rows held";
    }

    @Override
    public void run(Report report) throws Exception {
        if (!Screen.possible() || !Compiled.possible()) {
            report.note("Not measured: it takes Xvfb and `cc`.");
            return;
        }
        try (Screen screen = new Screen()) {
            Process window = screen.program(OwnJava.command(FloodWindow.class, Compiled.program("load")))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String out = new String(window.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (window.waitFor() != 0) {
                report.note("Not measured: the window failed.");
                return;
            }
            double[] found = Arrays.stream(out.split(" ")).mapToDouble(Double::parseDouble).toArray();
            report.figure(Figure.atMost("flood: chunks missing", found[0], 0, "%.0f"));
            report.figure(Figure.atLeast("flood: frames a second", found[1], 55, "%.1f"));
            report.figure(Figure.atMost("flood: p99 between pulses, ms", found[2], 25, "%.1f"));
            report.figure(Figure.atMost("flood: FX thread busy, %", found[3], 25, "%.0f"));
            report.figure(Figure.atMost("flood: key press to reaction, slowest, ms", found[4], 100, "%.0f"));
        }
    }
}
