package org.socklens.bench.report;

import java.util.Arrays;
import java.util.stream.IntStream;

/// What the rounds of one thing measured, in the order of the rounds.
public final class Samples {
    private double[] values = {};

    /// No round yet.
    public Samples() {}

    /// Adds a round.
    public void add(double value) {
        values = Arrays.copyOf(values, values.length + 1);
        values[values.length - 1] = value;
    }

    /// How many rounds there were.
    public int count() {
        return values.length;
    }

    /// The middle one, or NaN when there were none.
    public double median() {
        return percentile(50);
    }

    /// The one that `percent` of a hundred do not exceed, or NaN when there were none.
    public double percentile(int percent) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    /// The median of this divided by the other, round by round: the machine's mood is the same within a round.
    public double ratioTo(Samples other) {
        Samples ratios = new Samples();
        IntStream.range(0, Math.min(values.length, other.values.length))
                .forEach(round -> ratios.add(values[round] / other.values[round]));
        return ratios.median();
    }
}
