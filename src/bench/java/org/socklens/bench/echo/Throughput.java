package org.socklens.bench.echo;

import java.io.IOException;
import org.socklens.bench.Benchmark;
import org.socklens.bench.report.Figure;
import org.socklens.bench.report.Report;

/// Writes of 64 KiB as fast as they go, and all of it back.
public final class Throughput implements Benchmark {
    private static final int WRITE_BYTES = 65_536;
    private static final long TOTAL = 1L << 30;
    private static final int ROUNDS = 9;

    /// Named on the command line.
    public Throughput() {}

    @Override
    public String title() {
        return "Echo of 64 KiB writes";
    }

    @Override
    public void run(Report report) throws Exception {
        if (!EchoRace.isPossible(report)) {
            return;
        }
        try (EchoRace race = new EchoRace(WRITE_BYTES)) {
            race.addSocat("EXEC:cat");
            race.warm(3, Throughput::visit);
            race.rounds(ROUNDS, Throughput::visit);
            tell(report, race);
        }
    }

    private static void visit(Load load, EchoProgram program) throws IOException, InterruptedException {
        program.first.add(TOTAL / (double) load.run(program, "stream", WRITE_BYTES, TOTAL)[0]);
    }

    private static void tell(Report report, EchoRace race) {
        report.header("server", "GB/s", "of C");
        for (EchoProgram program : race.programs()) {
            report.row(
                    program.name,
                    "%.2f".formatted(program.first.median()),
                    "%.2f".formatted(program.first.ratioTo(race.floor.first)));
        }
        EchoProgram own = race.socklens;
        report.figure(Figure.atLeast("64 KiB writes, of C's throughput", own.first.ratioTo(race.floor.first), 0.85, "%.2f×"));
        for (EchoProgram other : race.others()) {
            report.figure(Figure.atLeast(
                    "64 KiB writes, of the throughput of " + other.name, own.first.ratioTo(other.first), 1, "%.2f×"));
        }
    }
}
