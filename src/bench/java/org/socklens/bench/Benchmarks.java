package org.socklens.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.socklens.bench.echo.ManyConnections;
import org.socklens.bench.echo.PingPong;
import org.socklens.bench.echo.SmallChunks;
import org.socklens.bench.echo.Throughput;
import org.socklens.bench.record.ChunkCost;
import org.socklens.bench.record.RecordTenMillion;
import org.socklens.bench.record.SearchBesideGrep;
import org.socklens.bench.report.Machine;
import org.socklens.bench.report.Report;
import org.socklens.bench.sockets.ListBesideSs;
import org.socklens.bench.sockets.LiveTable;
import org.socklens.bench.window.Flood;
import org.socklens.bench.window.IdleMemory;

/// The way in: runs every benchmark and writes the report, or runs those that are named and prints what they found.
public final class Benchmarks {
    private static final Path RESULTS = Path.of("src/bench/RESULTS.md");

    /// In the order of the report.
    private static final List<Class<? extends Benchmark>> ALL =
            List.of(
                    PingPong.class,
                    Throughput.class,
                    SmallChunks.class,
                    ManyConnections.class,
                    ChunkCost.class,
                    RecordTenMillion.class,
                    SearchBesideGrep.class,
                    Flood.class,
                    IdleMemory.class,
                    ListBesideSs.class,
                    LiveTable.class);

    private Benchmarks() {}

    /// Runs them.
    ///
    /// @param names classes under this package, such as `echo.PingPong`; none means all
    public static void main(String[] names) throws Exception {
        Report report = new Report(Machine.here());
        if (names.length > 0) {
            for (String name : names) {
                measure(named(name), report);
            }
            return;
        }
        for (Class<? extends Benchmark> benchmark : ALL) {
            measure(benchmark, report);
        }
        write(report);
    }

    private static void measure(Class<? extends Benchmark> type, Report report) throws Exception {
        Benchmark benchmark = type.getConstructor().newInstance();
        report.section(benchmark.title());
        benchmark.run(report);
    }

    private static Class<? extends Benchmark> named(String name) throws ClassNotFoundException {
        return Class.forName(Benchmarks.class.getPackageName() + "." + name).asSubclass(Benchmark.class);
    }

    private static void write(Report report) throws IOException {
        Files.writeString(RESULTS, report.markdown());
        System.out.println("written to " + RESULTS);
    }
}
