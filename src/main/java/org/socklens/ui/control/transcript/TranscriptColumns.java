package org.socklens.ui.control.transcript;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.socklens.traffic.TimeStyle;
import org.socklens.ui.control.grid.GridColumn;

/// The columns of a transcript, and which of them there is room for.
final class TranscriptColumns {
    /// How many characters of text are worth more than any column that can be hidden.
    private static final double TEXT_WITHOUT_HEX = 14;

    private static final double HEX_WORTH_SHOWING = 24;
    private static final double GAPS = 1.75;

    private final GridColumn number = GridColumn.numbers("number", "#", 3);
    private final GridColumn time = GridColumn.words("time", "time", 16);
    private final GridColumn delta = GridColumn.numbers("delta", "Δ ms", 7);
    private final GridColumn connection = GridColumn.numbers("connection", "conn", 4);
    private final GridColumn direction = GridColumn.words("direction", "direction", 8);
    private final GridColumn offset = GridColumn.numbers("offset", "offset", 5);
    private final GridColumn bytes = GridColumn.numbers("bytes", "bytes", 4.5);
    private final GridColumn text = GridColumn.words("text", "text", 34);
    private final GridColumn hex = GridColumn.words("hex", "hex", 47);
    private final List<GridColumn> hideable = List.of(hex, delta, offset, time);

    List<GridColumn> all() {
        return List.of(number, time, delta, connection, direction, offset, bytes, text, hex);
    }

    GridColumn connection() {
        return connection;
    }

    /// Shows what fits into a number of characters: hex goes first, then the time since the row before, then the
    /// offset, then the time.
    void fit(double characters, TimeStyle times) {
        Set<GridColumn> shown = new LinkedHashSet<>(all());
        if (!connection.visibleProperty().get()) {
            shown.remove(connection);
        }
        if (times == TimeStyle.SINCE_PREVIOUS) {
            shown.remove(delta);
        }
        for (GridColumn column : hideable) {
            if (needed(shown) > characters) {
                shown.remove(column);
            }
        }
        hideable.forEach(column -> column.visibleProperty().set(shown.contains(column)));
    }

    private double needed(Set<GridColumn> shown) {
        return shown.stream()
                .mapToDouble(column -> GAPS + leastWidth(column, shown))
                .sum();
    }

    private double leastWidth(GridColumn column, Set<GridColumn> shown) {
        if (column == hex) {
            return HEX_WORTH_SHOWING;
        }
        boolean takesTheRest = column == text && !shown.contains(hex);
        return takesTheRest ? TEXT_WITHOUT_HEX : column.widthProperty().get();
    }
}
