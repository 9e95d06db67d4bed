package org.socklens.bench.echo;

import java.io.IOException;
import org.socklens.bench.Benchmark;
import org.socklens.bench.report.Figure;
import org.socklens.bench.report.Report;

/// One message of 64 bytes there and back, again and again.
public final class PingPong implements Benchmark {
    private static final int BYTES = 64;
    private static final int WARM = 500;
    private static final int COUNT = 10_000;
    private static final int ROUNDS = 21;

    /// Named on the command line.
    public PingPong() {}

    @Override
    public String title() {
        return "Echo of 64 bytes, one at a time";
    }

    @Override
    public void run(Report report) throws Exception {
        if (!EchoRace.isPossible(report)) {
            return;
        }
        try (EchoRace race = new EchoRace(65_536)) {
            race.addSocat("EXEC:cat");
            race.addNcat();
            race.warm(8, PingPong::visit);
            race.rounds(ROUNDS, PingPong::visit);
            tell(report, race);
        }
    }

    private static void visit(Load load, EchoProgram program) throws IOException, InterruptedException {
        long[] nanos = load.run(program, "pingpong", BYTES, WARM, COUNT);
        program.first.add(nanos[0] / 1e3);
        program.second.add(nanos[1] / 1e3);
    }

    private static void tell(Report report, EchoRace race) {
        report.header("server", "median µs", "p99 µs", "median / C", "p99 / C");
        for (EchoProgram program : race.programs()) {
            report.row(
                    program.name,
                    "%.1f".formatted(program.first.median()),
                    "%.1f".formatted(program.second.median()),
                    "%.2f".formatted(program.first.ratioTo(race.floor.first)),
                    "%.2f".formatted(program.second.ratioTo(race.floor.second)));
        }
        EchoProgram own = race.socklens;
        report.figure(Figure.atMost("64 B ping-pong, median, of C", own.first.ratioTo(race.floor.first), 1.10, "%.2f×"));
        report.figure(Figure.atMost("64 B ping-pong, p99, of C", own.second.ratioTo(race.floor.second), 1.20, "%.2f×"));
        for (EchoProgram other : race.others()) {
            report.figure(Figure.atLeast(
                    "64 B ping-pong, faster than " + other.name, other.first.ratioTo(own.first), 2, "%.1f×"));
        }
    }
}
