package org.socklens.bench.record;

import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.socklens.bench.Benchmark;
import org.socklens.bench.report.Figure;
import org.socklens.bench.report.Report;

/// What recording one chunk costs in time and garbage, by JMH and its memory profiler.
public final class ChunkCost implements Benchmark {
    private static final String GARBAGE = "gc.alloc.rate.norm";

    /// Named on the command line.
    public ChunkCost() {}

    @Override
    public String title() {
        return "Recording one chunk of 16 bytes";
    }

    @Override
    public void run(Report report) throws Exception {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(ChunkState.class.getName())
                        .mode(Mode.AverageTime)
                        .timeUnit(TimeUnit.NANOSECONDS)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(1))
                        .forks(1)
                        .addProfiler(GCProfiler.class)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        for (RunResult result : results) {
            report.note("%.0f ns for a chunk received and its echo: two rows."
                    .formatted(result.getPrimaryResult().getScore()));
            double garbage =
                    Objects.requireNonNull(result.getSecondaryResults().get(GARBAGE)).getScore();
            report.figure(Figure.atMost("garbage of a chunk and its echo, bytes", garbage, 1, "%.2f"));
        }
    }
}
