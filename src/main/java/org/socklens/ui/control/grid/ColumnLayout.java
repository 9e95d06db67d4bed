package org.socklens.ui.control.grid;

import java.util.ArrayList;
import java.util.List;

/// Where the visible columns stand, from left to right, in pixels.
record ColumnLayout(List<Slot> slots, double gap) {
    static final ColumnLayout EMPTY = new ColumnLayout(List.of(), 0);

    /// One visible column; `index` counts all columns.
    record Slot(GridColumn column, int index, double x, double width) {
        double end() {
            return x + width;
        }
    }

    double width() {
        return slots.isEmpty() ? 0 : slots.getLast().end();
    }

    /// The last visible column takes what is left of `width`.
    static ColumnLayout of(List<GridColumn> columns, GridMetrics metrics, double width) {
        List<Slot> slots = new ArrayList<>();
        double gap = metrics.gap();
        double x = 0;
        for (int index = 0; index < columns.size(); index++) {
            GridColumn column = columns.get(index);
            if (column.visibleProperty().get()) {
                double own = Math.ceil(column.widthProperty().get() * metrics.characterWidth() + 2 * gap);
                slots.add(new Slot(column, index, x, own));
                x += own;
            }
        }
        if (!slots.isEmpty()) {
            Slot last = slots.removeLast();
            slots.add(new Slot(last.column(), last.index(), last.x(), Math.max(0, width - last.x())));
        }
        return new ColumnLayout(List.copyOf(slots), gap);
    }
}
