package org.socklens.ui.control.grid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;

/// Which rows are selected, as ranges of keys: a billion selected rows cost what one costs.
///
/// @param ranges in order, none touching the next
/// @param anchor the key that an extension starts from, or -1
/// @param lead the key that the keyboard moves on from, or -1
public record Selection(List<Range> ranges, long anchor, long lead) {
    /// No row at all.
    public static final Selection NONE = new Selection(List.of(), -1, -1);

    /// Copies the ranges.
    public Selection {
        ranges = List.copyOf(ranges);
    }

    /// One row.
    public static Selection of(long key) {
        return new Selection(List.of(new Range(key, key)), key, key);
    }

    /// Every row from one key to another.
    public static Selection all(long first, long last) {
        return new Selection(List.of(new Range(first, last)), first, last);
    }

    /// Only the rows from the anchor to `key`.
    public Selection extendTo(long key) {
        return anchor < 0 ? of(key) : new Selection(List.of(Range.between(anchor, key)), anchor, key);
    }

    /// The rows from the anchor to `key`, beside what is selected already.
    public Selection addTo(long key) {
        return with(Range.between(anchor < 0 ? key : anchor, key), anchor < 0 ? key : anchor, key);
    }

    /// Takes a row in, or out when it is in.
    public Selection toggle(long key) {
        return contains(key) ? without(key) : with(new Range(key, key), key, key);
    }

    /// Whether a row is selected.
    public boolean contains(long key) {
        return ranges.stream().anyMatch(range -> range.contains(key));
    }

    /// Whether no row is selected.
    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    /// Whether exactly one key is selected.
    public boolean isSingle() {
        return ranges.size() == 1 && ranges.getFirst().from() == ranges.getFirst().to();
    }

    /// How many of the rows of `source` are selected.
    public long count(RowSource source) {
        return ranges.stream()
                .mapToLong(range -> source.positionOf(range.to() + 1) - source.positionOf(range.from()))
                .sum();
    }

    /// The same rows under other keys; those whose new key is -1 are gone.
    Selection moved(LongUnaryOperator newKey) {
        long[] keys = ranges.stream()
                .flatMapToLong(range -> LongStream.rangeClosed(range.from(), range.to()))
                .map(newKey)
                .filter(key -> key >= 0)
                .sorted()
                .toArray();
        List<Range> moved = new ArrayList<>();
        for (long key : keys) {
            boolean next = !moved.isEmpty() && moved.getLast().to() + 1 == key;
            moved.add(next ? new Range(moved.removeLast().from(), key) : new Range(key, key));
        }
        return new Selection(
                moved, anchor < 0 ? anchor : newKey.applyAsLong(anchor), lead < 0 ? lead : newKey.applyAsLong(lead));
    }

    private Selection with(Range added, long newAnchor, long newLead) {
        List<Range> kept = new ArrayList<>();
        Range whole = added;
        for (Range range : ranges) {
            if (range.touches(whole)) {
                whole = whole.and(range);
            } else {
                kept.add(range);
            }
        }
        kept.add(whole);
        kept.sort(Comparator.comparingLong(Range::from));
        return new Selection(kept, newAnchor, newLead);
    }

    private Selection without(long key) {
        List<Range> kept = new ArrayList<>();
        for (Range range : ranges) {
            if (!range.contains(key)) {
                kept.add(range);
                continue;
            }
            if (range.from() < key) {
                kept.add(new Range(range.from(), key - 1));
            }
            if (key < range.to()) {
                kept.add(new Range(key + 1, range.to()));
            }
        }
        return new Selection(kept, key, key);
    }
}
