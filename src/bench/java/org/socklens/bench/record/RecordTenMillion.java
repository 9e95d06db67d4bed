package org.socklens.bench.record;

import org.socklens.bench.Benchmark;
import org.socklens.bench.report.Figure;
import org.socklens.bench.report.Report;
import org.socklens.bench.report.Samples;
import org.socklens.traffic.Limits;
import org.socklens.traffic.Transcript;

/// Ten million chunks of sixteen bytes are recorded as fast as they go, and rows anywhere among them are looked at.
public final class RecordTenMillion implements Benchmark {
    private static final int CHUNKS = 10_000_000;
    private static final int LOOKS = 1000;
    /// Far apart, in an order that no cache foresees.
    private static final long STRIDE = 7_919_111;

    /// Named on the command line.
    public RecordTenMillion() {}

    @Override
    public String title() {
        return "Recording 10,000,000 chunks of 16 bytes";
    }

    @Override
    public void run(Report report) {
        long heapBefore = heap();
        try (Transcript transcript = new Transcript(new Limits(Limits.standard().memoryBytes(), 4L << 30))) {
            long start = System.nanoTime();
            Recorded.add(transcript, CHUNKS);
            double seconds = (System.nanoTime() - start) / 1e9;
            double grown = (heap() - heapBefore) / (double) (1 << 20);
            Samples looks = new Samples();
            for (int i = 0; i < LOOKS; i++) {
                looks.add(look(transcript, i * STRIDE % CHUNKS));
            }
            report.note("%.1f s, %,.0f chunks a second; a row is read in %.0f µs (median), %.0f µs (slowest of %d)."
                    .formatted(seconds, CHUNKS / seconds, looks.median(), looks.percentile(100), LOOKS));
            double missing = CHUNKS - (double) (transcript.end() - transcript.first());
            report.figure(Figure.atMost("10,000,000 chunks: chunks missing", missing, 0, "%.0f"));
            report.figure(Figure.atMost("10,000,000 chunks: heap growth, MiB", grown, 64, "%.1f"));
            report.figure(Figure.atMost("10,000,000 chunks: slowest row, ms", looks.percentile(100) / 1e3, 10, "%.2f"));
        }
    }

    private static double look(Transcript transcript, long row) {
        long start = System.nanoTime();
        byte[] bytes = transcript.bytes(row, 0, Recorded.CHUNK_BYTES);
        if (bytes.length != Recorded.CHUNK_BYTES) {
            throw new IllegalStateException("row " + row + " is not held");
        }
        return (System.nanoTime() - start) / 1e3;
    }

    private static long heap() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
