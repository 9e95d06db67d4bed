package org.socklens.bench.echo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.socklens.bench.Benchmark;
import org.socklens.bench.process.Memory;
import org.socklens.bench.report.Figure;
import org.socklens.bench.report.Report;

/// Five thousand connections at once, each with twenty echoes of 64 bytes. The others, which need a process or two a
/// connection, are visited once.
public final class ManyConnections implements Benchmark {
    private static final int CONNECTIONS = 5_000;
    private static final int ECHOES = 20;
    private static final int BYTES = 64;
    private static final int ROUNDS = 9;

    /// Named on the command line.
    public ManyConnections() {}

    @Override
    public String title() {
        return "5,000 connections at once, 20 echoes of 64 bytes each";
    }

    @Override
    public void run(Report report) throws Exception {
        if (!EchoRace.isPossible(report)) {
            return;
        }
        try (EchoRace race = new EchoRace(65_536)) {
            race.warm(3, ManyConnections::visit);
            race.rounds(ROUNDS, ManyConnections::visit);
            race.addSocat("EXEC:cat");
            race.addNcat();
            for (EchoProgram other : race.others()) {
                race.visit(other, ManyConnections::visit);
            }
            tell(report, race);
        }
    }

    private static void visit(Load load, EchoProgram program) throws IOException, InterruptedException {
        Process client = load.start(program, "many", CONNECTIONS, ECHOES, BYTES);
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            if (line == null) {
                program.first.add(Double.NaN);
            } else {
                long[] nanos = Load.parse(line);
                program.first.add((nanos[0] + nanos[1]) / 1e9);
                program.second.add(Memory.resident(program.pid()) / (double) (1 << 20));
            }
            client.getOutputStream().close();
            client.waitFor();
        }
    }

    private static void tell(Report report, EchoRace race) {
        report.header("server", "seconds", "of C", "resident MiB");
        for (EchoProgram program : race.programs()) {
            report.row(
                    program.name,
                    "%.2f".formatted(program.first.median()),
                    "%.2f".formatted(program.first.median() / race.floor.first.median()),
                    "%.0f".formatted(program.second.median()));
        }
        report.note("The memory of socat and ncat is that of their first process alone.");
        EchoProgram own = race.socklens;
        report.figure(Figure.atMost("5,000 connections, of C's time", own.first.ratioTo(race.floor.first), 1.3, "%.2f×"));
        for (EchoProgram other : race.others()) {
            report.figure(Figure.atLeast(
                    "5,000 connections, faster than " + other.name,
                    other.first.median() / own.first.median(),
                    10,
                    "%.1f×"));
        }
        report.figure(Figure.atMost(
                "5,000 connections, MiB resident", own.second.percentile(100), 100 * 1e6 / (1 << 20), "%.0f"));
    }
}
