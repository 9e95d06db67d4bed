package org.socklens.bench.sockets;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.socklens.bench.Benchmark;
import org.socklens.bench.process.Installed;
import org.socklens.bench.report.Figure;
import org.socklens.bench.report.Report;
import org.socklens.system.scan.MachineScan;

/// How long a look at 20,000 sockets in four processes takes, with owners and peers, beside `ss -xap`, `lsof -U` and
/// `lsfd`, in turn.
public final class ListBesideSs implements Benchmark {
    private static final int PROCESSES = 4;
    private static final int SOCKETS = 20_000;
    private static final int WARM_UP = 60;
    private static final int ROUNDS = 15;

    /// Measures nothing yet.
    public ListBesideSs() {}

    @Override
    public String title() {
        return "The list of every Unix socket";
    }

    @Override
    public void run(Report report) throws Exception {
        try (Crowd _ = Crowd.of(PROCESSES, SOCKETS)) {
            measure(report);
        }
    }

    private static void measure(Report report) throws Exception {
        MachineScan scan = new MachineScan();
        int listed = 0;
        for (int i = 0; i < WARM_UP; i++) {
            listed = scan.scan().sockets().size();
        }
        report.note("%,d sockets in %d processes; medians of %d rounds in turn.".formatted(listed, PROCESSES, ROUNDS));
        double[][] millis = new double[4][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            millis[0][round] = millis(scan::scan);
            millis[1][round] = millis(() -> run("ss", "-xap"));
            millis[2][round] = millis(() -> run("lsof", "-U"));
            millis[3][round] = millis(() -> run("lsfd"));
        }
        double own = median(millis[0]);
        report.header("program", "ms");
        report.row("Socklens, warm", "%.0f".formatted(own));
        String[] others = {"ss -xap", "lsof -U", "lsfd"};
        double[] limits = {0.5, 0.25, 0.25};
        for (int i = 0; i < others.length; i++) {
            double theirs = Installed.has(others[i].split(" ", -1)[0]) ? median(millis[i + 1]) : Double.NaN;
            report.row(others[i], "%.0f".formatted(theirs));
            report.figure(Figure.atMost("looking at 20,000 sockets, to " + others[i], own / theirs, limits[i], "%.2f×"));
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return Installed.has(command[0])
                ? new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                : 0;
    }

    private static double millis(Callable<?> work) throws Exception {
        long began = System.nanoTime();
        Object result = work.call();
        if (result == null) {
            throw new IllegalStateException("nothing was looked at");
        }
        return (System.nanoTime() - began) / 1e6;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
