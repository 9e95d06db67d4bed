package org.socklens.bench.record;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.socklens.bench.Benchmark;
import org.socklens.bench.process.Installed;
import org.socklens.bench.report.Figure;
import org.socklens.bench.report.Report;
import org.socklens.bench.report.Samples;
import org.socklens.traffic.Limits;
import org.socklens.traffic.Match;
import org.socklens.traffic.Needle;
import org.socklens.traffic.Progress;
import org.socklens.traffic.RowFilter;
import org.socklens.traffic.Search;
import org.socklens.traffic.Transcript;

/// A million chunks are searched for bytes that only the last one has, and a file of the same bytes by `grep -c`.
public final class SearchBesideGrep implements Benchmark {
    private static final int CHUNKS = 1_000_000;
    private static final int ROUNDS = 31;
    private static final int WARM = 20;

    /// Named on the command line.
    public SearchBesideGrep() {}

    @Override
    public String title() {
        return "Search in 1,000,000 chunks of 16 bytes";
    }

    @Override
    public void run(Report report) throws Exception {
        if (!Installed.has("grep")) {
            report.note("Not measured: there is no grep.");
            return;
        }
        Path file = Files.createTempFile("bench", ".txt");
        try (Transcript transcript = new Transcript(new Limits(Limits.standard().memoryBytes(), 4L << 30))) {
            Recorded.add(transcript, CHUNKS);
            write(file);
            for (int i = 0; i < WARM; i++) {
                search(transcript);
            }
            Samples own = new Samples();
            Samples grep = new Samples();
            for (int i = 0; i < ROUNDS; i++) {
                own.add(search(transcript));
                grep.add(grep(file));
            }
            report.header("", "milliseconds", "of grep");
            report.row("Socklens", "%.1f".formatted(own.median() / 1e6), "%.1f".formatted(own.ratioTo(grep)));
            report.row("grep -c", "%.1f".formatted(grep.median() / 1e6), "1.0");
            report.figure(Figure.atMost("search in 1,000,000 chunks, of grep -c", own.ratioTo(grep), 3, "%.1f×"));
        } finally {
            Files.delete(file);
        }
    }

    private static void write(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < CHUNKS; i++) {
                out.write(Recorded.line(i));
            }
        }
    }

    private static double search(Transcript transcript) {
        Needle needle = Needle.text(Recorded.line(CHUNKS - 1).strip());
        long start = System.nanoTime();
        Match match = new Search(transcript, needle, RowFilter.ALL).forwardFrom(0, Progress.NONE);
        long took = System.nanoTime() - start;
        if (match == null || match.row() != CHUNKS - 1) {
            throw new IllegalStateException("the search did not find what is there");
        }
        return took;
    }

    private static double grep(Path file) throws IOException, InterruptedException {
        String needle = Recorded.line(CHUNKS - 1).strip();
        long start = System.nanoTime();
        int status = new ProcessBuilder("grep", "-c", needle, file.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (status != 0) {
            throw new IllegalStateException("grep did not find what is there");
        }
        return System.nanoTime() - start;
    }
}
