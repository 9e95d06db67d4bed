package org.socklens.bench.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.socklens.bench.Benchmark;
import org.socklens.bench.process.Installed;
import org.socklens.bench.report.Figure;
import org.socklens.bench.report.Report;

/// From the start of the packaged program to its window, with warm files.
public final class StartUp implements Benchmark {
    private static final Path WORK = Path.of("target/bench/startup").toAbsolutePath();
    private static final Path LAUNCHER = Path.of("target/dist/socklens/bin/socklens").toAbsolutePath();
    private static final int ROUNDS = 5;

    /// Named on the command line.
    public StartUp() {}

    @Override
    public String title() {
        return "Start-up of the packaged program";
    }

    @Override
    public void run(Report report) throws Exception {
        if (!Files.isExecutable(LAUNCHER) || !Installed.has("Xvfb")) {
            report.note("Not measured: it needs Xvfb, and the packages that `mvn -Pdist verify` builds.");
            return;
        }
        Starter socklens = Starter.of("Socklens", LAUNCHER);
        Starter uncached = socklens.with("Socklens without its start-up cache", "JAVA_TOOL_OPTIONS", "-XX:AOTMode=off");
        Starter empty = Starter.of("an empty JavaFX window, packaged alike", EmptyImage.make(WORK));
        List<Starter> all = new ArrayList<>(List.of(socklens, empty, uncached));
        if (Installed.has("cutecom")) {
            all.add(Starter.of("CuteCom (Qt)", Path.of("cutecom")));
        }
        measure(all);
        tell(report, all, socklens);
        report.figure(Figure.atMost("start-up, of an empty JavaFX window", socklens.first().ratioTo(empty.first()), 1.3, "%.2f×"));
        report.figure(Figure.atMost("start-up, of itself without the cache", socklens.first().ratioTo(uncached.first()), 0.65, "%.2f×"));
    }

    private static void measure(List<Starter> all) throws IOException, InterruptedException {
        Path home = Files.createDirectories(WORK.resolve("home"));
        try (Screen screen = Screen.open(WORK.resolve("screen"))) {
            for (Starter one : all) {
                one.warm(screen, home);
            }
            for (int round = 0; round < ROUNDS; round++) {
                for (Starter one : all) {
                    one.start(screen, home);
                }
            }
        }
    }

    private static void tell(Report report, List<Starter> all, Starter socklens) {
        report.header("program", "first pixel, ms", "window drawn, ms", "Socklens / this");
        for (Starter one : all) {
            report.row(
                    one.name(),
                    "%.0f".formatted(one.first().median()),
                    "%.0f".formatted(one.drawn().median()),
                    "%.2f".formatted(socklens.first().ratioTo(one.first())));
        }
        report.note("\nMedians of %d starts in turn, files warm, on a screen of their own without a graphics card."
                .formatted(ROUNDS));
    }
}
