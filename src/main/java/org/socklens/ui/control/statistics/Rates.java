package org.socklens.ui.control.statistics;

import java.util.ArrayDeque;
import java.util.Arrays;

/// Turns totals that grow into rates: of the last second, and one a second over the last minute. Needs no toolkit.
final class Rates {
    /// How many seconds are remembered.
    static final int SECONDS = 60;

    private static final long SECOND = 1_000_000_000;
    private static final int LOOKS_KEPT = 64;

    /// What the totals were at a time.
    private record Look(long nanos, long chunks, long bytes) {}

    private final ArrayDeque<Look> lastSecond = new ArrayDeque<>();
    private final long[] minute = new long[SECONDS];
    private long secondEnds;
    private long chunksAtSecond;
    private double chunksPerSecond;
    private double bytesPerSecond;

    /// Takes in the totals at a time, not earlier than the time before. Totals that shrank were cleared: all starts anew.
    void look(long nanos, long chunks, long bytes) {
        if (lastSecond.isEmpty() || chunks < lastSecond.getLast().chunks()) {
            begin(nanos, chunks);
        }
        while (lastSecond.size() > 1 && (nanos - lastSecond.getFirst().nanos() > SECOND || lastSecond.size() > LOOKS_KEPT)) {
            lastSecond.removeFirst();
        }
        lastSecond.addLast(new Look(nanos, chunks, bytes));
        Look oldest = lastSecond.getFirst();
        double seconds = (nanos - oldest.nanos()) / (double) SECOND;
        chunksPerSecond = seconds > 0 ? (chunks - oldest.chunks()) / seconds : 0;
        bytesPerSecond = seconds > 0 ? (bytes - oldest.bytes()) / seconds : 0;
        passSeconds(nanos, chunks);
    }

    private void begin(long nanos, long chunks) {
        lastSecond.clear();
        Arrays.fill(minute, 0);
        secondEnds = nanos + SECOND;
        chunksAtSecond = chunks;
    }

    private void passSeconds(long nanos, long chunks) {
        int passed = (int) Math.min(SECONDS, Math.max(0, (nanos - secondEnds) / SECOND + 1));
        if (nanos < secondEnds || passed == 0) {
            return;
        }
        System.arraycopy(minute, passed, minute, 0, SECONDS - passed);
        Arrays.fill(minute, SECONDS - passed, SECONDS, (chunks - chunksAtSecond) / passed);
        chunksAtSecond = chunks;
        secondEnds = nanos + SECOND - (nanos - secondEnds) % SECOND;
    }

    double chunksPerSecond() {
        return chunksPerSecond;
    }

    double bytesPerSecond() {
        return bytesPerSecond;
    }

    /// Chunks of each second of the last minute, the latest last.
    long[] minute() {
        return minute.clone();
    }
}
