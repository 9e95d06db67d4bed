package org.socklens.ui.control.grid;

import java.util.function.LongUnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// Which part of the rows is in view. The first row in view is remembered by its key, so that the picture stays where
/// it is while rows arrive at the tail and are dropped at the head; when following, the tail stays in view instead.
final class Viewport {
    private final BooleanProperty following = new SimpleBooleanProperty(this, "following", true);
    private final Start start;
    private RowSource source = NoRows.INSTANCE;
    private long count;
    private long top;
    private long topKey = -1;
    private int page = 1;

    Viewport(Start start) {
        this.start = start;
        following.set(start == Start.NEWEST);
    }

    BooleanProperty followingProperty() {
        return following;
    }

    RowSource source() {
        return source;
    }

    /// Shows other rows, from where they start.
    void setSource(RowSource rows) {
        source = rows;
        topKey = -1;
        following.set(start == Start.NEWEST);
        refresh();
    }

    /// Shows rows with the same keys, from where the view stands.
    void replaceSource(RowSource rows) {
        source = rows;
        refresh();
    }

    /// Shows rows in another order and under other keys; those whose new key is -1 are gone. The first row in view that
    /// is left stays where it is; the very top stays the top.
    void reorder(RowSource rows, LongUnaryOperator newKey) {
        long wanted = top == 0 ? 0 : topAfter(newKey);
        source = rows;
        count = rows.count();
        place(Math.clamp(wanted, 0, lastTop()));
        refresh();
    }

    private long topAfter(LongUnaryOperator newKey) {
        for (int row = 0; row < page && top + row < count; row++) {
            long key = newKey.applyAsLong(source.keyAt(top + row));
            if (key >= 0) {
                return key - row;
            }
        }
        return top;
    }

    /// How many rows fit as a whole.
    void setPage(int rows) {
        page = Math.max(1, rows);
        refresh();
    }

    int page() {
        return page;
    }

    long count() {
        return count;
    }

    /// Position of the first row in view.
    long top() {
        return top;
    }

    /// The furthest position that the first row in view can have.
    long lastTop() {
        return Math.max(0, count - page);
    }

    /// Whether there are newer rows out of view that could be followed, but are not.
    boolean mayFollow() {
        return start == Start.NEWEST && !following.get() && top < lastTop();
    }

    /// Takes in what came and went since the last time.
    void refresh() {
        count = source.count();
        if (following.get() || topKey < 0) {
            place(following.get() ? lastTop() : 0);
            return;
        }
        long wanted = source.positionOf(topKey);
        top = Math.min(wanted, lastTop());
        if (top != wanted) {
            topKey = source.keyAt(top);
        }
    }

    /// Brings a position to the top, as a person does who scrolls: reaching the tail is to follow it.
    void scrollTo(long position) {
        place(Math.clamp(position, 0, lastTop()));
        following.set(start == Start.NEWEST && top == lastTop());
    }

    /// Scrolls no further than needed to have a whole row in view.
    void reveal(long position) {
        if (position < top) {
            scrollTo(position);
        } else if (position >= top + page) {
            scrollTo(position - page + 1);
        }
    }

    private void place(long position) {
        top = position;
        topKey = source.keyAt(position);
    }
}
