package org.socklens.ui.control.grid;

/// Rows from one key to another, both included.
public record Range(long from, long to) {
    static Range between(long one, long other) {
        return new Range(Math.min(one, other), Math.max(one, other));
    }

    boolean contains(long key) {
        return from <= key && key <= to;
    }

    boolean touches(Range other) {
        return from <= other.to + 1 && other.from <= to + 1;
    }

    Range and(Range other) {
        return new Range(Math.min(from, other.from), Math.max(to, other.to));
    }
}
