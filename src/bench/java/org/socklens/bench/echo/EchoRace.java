package org.socklens.bench.echo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.socklens.bench.process.Compiled;
import org.socklens.bench.process.Installed;
import org.socklens.bench.report.Report;

/// Echo servers that stay up while a load visits them in turn, round by round.
final class EchoRace implements AutoCloseable {
    /// Lets the load visit one server once.
    interface Visit {
        void run(Load load, EchoProgram program) throws IOException, InterruptedException;
    }

    private static final int FILE_MEBIBYTES = 4096;

    private final Path directory;
    private final Load load;
    private final List<EchoProgram> programs = new ArrayList<>();
    final EchoProgram socklens;
    final EchoProgram floor;

    /// Starts Socklens and the same loop in C.
    EchoRace(int readSize) throws IOException, InterruptedException {
        directory = Files.createTempDirectory("bench");
        load = new Load(Compiled.program("load"));
        socklens = EchoProgram.socklens(directory, readSize, FILE_MEBIBYTES);
        programs.add(socklens);
        floor = EchoProgram.inC(directory, Compiled.program("echo"), readSize);
        programs.add(floor);
    }

    /// Whether there is a compiler for the load and the floor; tells when there is none.
    static boolean isPossible(Report report) {
        if (!Compiled.possible()) {
            report.note("Not measured: there is no `cc` to compile the load and the floor with.");
        }
        return Compiled.possible();
    }

    /// Adds socat, if it is installed.
    void addSocat(String... how) throws IOException, InterruptedException {
        if (Installed.has("socat")) {
            programs.add(EchoProgram.socat(directory, how));
        }
    }

    /// Adds ncat, if it is installed.
    void addNcat() throws IOException, InterruptedException {
        if (Installed.has("ncat")) {
            programs.add(EchoProgram.ncat(directory));
        }
    }

    List<EchoProgram> programs() {
        return programs;
    }

    /// The programs that are neither Socklens nor the floor.
    List<EchoProgram> others() {
        return programs.subList(2, programs.size());
    }

    /// Visits Socklens alone, so that its code is compiled before it counts.
    void warm(int rounds, Visit visit) throws IOException, InterruptedException {
        for (int i = 0; i < rounds; i++) {
            visit.run(load, socklens);
        }
        socklens.forget();
    }

    /// Visits one once.
    void visit(EchoProgram program, Visit visit) throws IOException, InterruptedException {
        visit.run(load, program);
    }

    /// Visits all in turn; every round begins with the next one, so that none always follows the same.
    void rounds(int rounds, Visit visit) throws IOException, InterruptedException {
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < programs.size(); i++) {
                visit.run(load, programs.get((round + i) % programs.size()));
            }
        }
    }

    @Override
    public void close() throws IOException {
        programs.forEach(EchoProgram::close);
        for (EchoProgram program : programs) {
            Files.deleteIfExists(program.socket);
        }
        Files.delete(directory);
    }
}
