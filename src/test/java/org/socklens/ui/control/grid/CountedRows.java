package org.socklens.ui.control.grid;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows that say their own key; the oldest can be dropped.
final class CountedRows implements RowSource {
    private long first;
    private long end;
    private long asked;

    CountedRows(long count) {
        end = count;
    }

    void append(long rows) {
        end += rows;
    }

    void drop(long rows) {
        first += rows;
    }

    /// How many rows were asked for what they say.
    long asked() {
        return asked;
    }

    @Override
    public long count() {
        return end - first;
    }

    @Override
    public long keyAt(long position) {
        return position >= 0 && position < count() ? first + position : -1;
    }

    @Override
    public long positionOf(long key) {
        return Math.clamp(key, first, end) - first;
    }

    @Override
    public @Nullable RowContent content(long key) {
        asked++;
        return new RowContent(RowTone.PLAIN, List.of(Cell.of(Long.toString(key)), Cell.of("row " + key)));
    }
}
