package org.socklens.ui.sockets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.CheckMenuItem;
import org.socklens.system.report.SocketColumn;
import org.socklens.ui.control.grid.GridColumn;
import org.socklens.ui.sockets.look.Direction;

/// The columns of the table as a grid draws them: which show, how wide they are, and which one the rows are sorted by.
final class TableColumns {
    private static final Set<SocketColumn> USUAL = EnumSet.of(
            SocketColumn.PROCESS,
            SocketColumn.PEER,
            SocketColumn.ADDRESS,
            SocketColumn.STATE,
            SocketColumn.TYPE,
            SocketColumn.USER,
            SocketColumn.QUEUE,
            SocketColumn.FLAG);
    private static final Set<SocketColumn> LESS_USED = EnumSet.of(SocketColumn.USER, SocketColumn.QUEUE);
    private static final int NARROW_ADDRESS = 28;
    private static final int NARROW_PROCESS = 18;

    private final Map<SocketColumn, GridColumn> columns = new EnumMap<>(SocketColumn.class);

    TableColumns() {
        for (SocketColumn column : SocketColumn.values()) {
            String id = "socket-" + column.title();
            GridColumn drawn = column.isNumber()
                    ? GridColumn.numbers(id, column.title(), column.width())
                    : GridColumn.words(id, column.title(), column.width());
            drawn.visibleProperty().set(USUAL.contains(column));
            columns.put(column, drawn);
        }
    }

    /// All of them, in the order of the table.
    Collection<GridColumn> drawn() {
        return columns.values();
    }

    /// What a drawn column tells.
    SocketColumn of(GridColumn drawn) {
        return columns.entrySet().stream()
                .filter(entry -> entry.getValue() == drawn)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /// An item for each column, which shows or hides it.
    List<CheckMenuItem> menuItems() {
        List<CheckMenuItem> items = new ArrayList<>();
        columns.forEach((column, drawn) -> {
            CheckMenuItem item = new CheckMenuItem(column.title() + ": " + column.meaning());
            item.selectedProperty().bindBidirectional(drawn.visibleProperty());
            items.add(item);
        });
        return items;
    }

    /// Tells by an arrow which way rows are sorted by a column.
    void mark(SocketColumn order, Direction direction) {
        String arrow = direction == Direction.UP ? " ↑" : " ↓";
        columns.forEach((column, drawn) -> drawn.markProperty().set(column == order ? arrow : ""));
    }

    /// Gives each its usual width and shows what is less used.
    void spread() {
        showLessUsed(true);
        columns.forEach((column, drawn) -> drawn.widthProperty().set(column.width()));
    }

    /// Where there is little room, what is told in the details too makes room for what is not.
    void narrow() {
        showLessUsed(false);
        columns.forEach((column, drawn) -> drawn.widthProperty().set(Math.min(column.width(), widest(column))));
    }

    private void showLessUsed(boolean shown) {
        columns.forEach((column, drawn) -> {
            if (LESS_USED.contains(column)) {
                drawn.visibleProperty().set(shown);
            }
        });
    }

    private static int widest(SocketColumn column) {
        return column == SocketColumn.ADDRESS ? NARROW_ADDRESS : NARROW_PROCESS;
    }
}
