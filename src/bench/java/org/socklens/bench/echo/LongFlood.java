package org.socklens.bench.echo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.socklens.bench.Benchmark;
import org.socklens.bench.process.Compiled;
import org.socklens.bench.process.Memory;
import org.socklens.bench.report.Figure;
import org.socklens.bench.report.Report;
import org.socklens.bench.report.Samples;

/// Ten minutes of flood into a transcript whose file may become 512 MiB large. Only run when it is named.
public final class LongFlood implements Benchmark {
    private static final int READ_SIZE = 16;
    private static final int ECHOES_A_SECOND = 100_000;
    private static final int SECONDS = 600;
    private static final int LOOK_SECONDS = 5;
    private static final int LOOKS_FIRST = 24;
    private static final int FILE_MEBIBYTES = 512;
    private static final double MEBI = 1 << 20;

    /// Named on the command line.
    public LongFlood() {}

    @Override
    public String title() {
        return "Ten minutes of flood";
    }

    @Override
    public void run(Report report) throws Exception {
        if (!EchoRace.isPossible(report)) {
            return;
        }
        Path directory = Files.createTempDirectory("bench");
        Load load = new Load(Compiled.program("load"));
        Samples first = new Samples();
        Samples later = new Samples();
        Samples file = new Samples();
        try (EchoProgram engine = EchoProgram.socklens(directory, READ_SIZE, FILE_MEBIBYTES)) {
            Process client = load.start(engine, "pace", READ_SIZE, ECHOES_A_SECOND, SECONDS);
            while (!client.waitFor(LOOK_SECONDS, TimeUnit.SECONDS)) {
                Samples memory = first.count() < LOOKS_FIRST ? first : later;
                memory.add(Memory.resident(engine.pid()) / MEBI);
                file.add(spillBytes(engine.pid()) / MEBI);
            }
            report.note(engine.ask());
            report.figure(Figure.atMost("long flood: chunks lost or changed", client.exitValue(), 0, "%.0f"));
        } finally {
            Files.deleteIfExists(directory.resolve("socklens"));
            Files.delete(directory);
        }
        report.figure(Figure.atMost(
                "long flood: growth of memory after two minutes, MiB",
                later.percentile(100) - first.percentile(100),
                16,
                "%.1f"));
        report.figure(Figure.atMost("long flood: temporary file, MiB", file.percentile(100), FILE_MEBIBYTES, "%.0f"));
    }

    /// The size of the file without a name.
    private static double spillBytes(long pid) throws IOException {
        double bytes = 0;
        try (Stream<Path> descriptors = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            for (Path descriptor : descriptors.toList()) {
                if (Files.readSymbolicLink(descriptor).toString().contains(".spill")) {
                    bytes = Math.max(bytes, (double) Files.size(descriptor));
                }
            }
        }
        return bytes;
    }
}
