package org.socklens.ui.control.grid;

import java.util.function.BiFunction;
import javafx.beans.property.ObjectProperty;

/// Moves the selection by position, keeps it in view and inside the rows that are there.
final class Navigator {
    private final Viewport viewport;
    private final ObjectProperty<Selection> selection;

    Navigator(Viewport viewport, ObjectProperty<Selection> selection) {
        this.viewport = viewport;
        this.selection = selection;
    }

    /// Where the keyboard moves on from; -1 when nothing is selected.
    long position() {
        long lead = selection.get().lead();
        return lead < 0 ? -1 : viewport.source().positionOf(lead);
    }

    /// Selects one row.
    void moveTo(long position) {
        go(position, (before, key) -> Selection.of(key));
    }

    /// Selects from the anchor to a row.
    void extendTo(long position) {
        go(position, Selection::extendTo);
    }

    /// Selects every row that is there now.
    void selectAll() {
        RowSource source = viewport.source();
        long first = source.keyAt(0);
        long last = source.keyAt(source.count() - 1);
        if (first >= 0 && last >= 0) {
            selection.set(Selection.all(first, last));
        }
    }

    /// Selects nothing.
    void clear() {
        selection.set(Selection.NONE);
    }

    private void go(long position, BiFunction<Selection, Long, Selection> change) {
        viewport.refresh();
        if (viewport.count() == 0) {
            return;
        }
        long target = Math.clamp(position, 0, viewport.count() - 1);
        long key = viewport.source().keyAt(target);
        if (key >= 0) {
            selection.set(change.apply(selection.get(), key));
            viewport.reveal(target);
        }
    }
}
