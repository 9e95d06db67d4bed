package org.socklens.bench.echo;

import java.io.IOException;
import org.socklens.bench.Benchmark;
import org.socklens.bench.report.Figure;
import org.socklens.bench.report.Report;

/// A stream that the server takes sixteen bytes at a time.
public final class SmallChunks implements Benchmark {
    private static final int READ_SIZE = 16;
    private static final int WRITE_BYTES = 65_536;
    private static final int CHUNKS = 200_000;
    private static final int ROUNDS = 11;

    /// Named on the command line.
    public SmallChunks() {}

    @Override
    public String title() {
        return "Echo at read size 16";
    }

    @Override
    public void run(Report report) throws Exception {
        if (!EchoRace.isPossible(report)) {
            return;
        }
        try (EchoRace race = new EchoRace(READ_SIZE)) {
            race.addSocat("-b", "16", "EXEC:cat");
            race.warm(4, SmallChunks::visit);
            race.rounds(ROUNDS, SmallChunks::visit);
            tell(report, race);
        }
    }

    private static void visit(Load load, EchoProgram program) throws IOException, InterruptedException {
        long nanos = load.run(program, "stream", WRITE_BYTES, (long) CHUNKS * READ_SIZE)[0];
        program.first.add(CHUNKS / (nanos / 1e9));
    }

    private static void tell(Report report, EchoRace race) {
        report.header("server", "chunks a second", "of C");
        for (EchoProgram program : race.programs()) {
            report.row(
                    program.name,
                    "%,.0f".formatted(program.first.median()),
                    "%.2f".formatted(program.first.ratioTo(race.floor.first)));
        }
        EchoProgram own = race.socklens;
        report.figure(Figure.atLeast("read size 16, of C's chunks a second", own.first.ratioTo(race.floor.first), 0.8, "%.2f×"));
        for (EchoProgram other : race.others()) {
            report.figure(Figure.atLeast(
                    "read size 16, of the chunks a second of " + other.name, own.first.ratioTo(other.first), 3, "%.1f×"));
        }
    }
}
