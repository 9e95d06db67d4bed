package org.socklens.ui.control.grid;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// The rows in view: as many row nodes as fit, set anew from the source when what they show has changed.
final class GridBody extends Region {
    private final ObservableList<GridColumn> columns;
    private final List<RowNode> rows = new ArrayList<>();
    private final Rectangle clip = new Rectangle();
    private ColumnLayout layout = ColumnLayout.EMPTY;
    private double rowHeight = 1;

    GridBody(ObservableList<GridColumn> columns) {
        this.columns = columns;
        getStyleClass().add("grid-body");
        setClip(clip);
        setManaged(false);
    }

    /// Forgets every node: the columns are others now.
    void rebuild() {
        rows.clear();
        getChildren().clear();
    }

    /// Takes its place in the grid with as many rows as that needs.
    void place(ColumnLayout newLayout, double newRowHeight, double width, double height) {
        layout = newLayout;
        rowHeight = newRowHeight;
        clip.setWidth(width);
        clip.setHeight(height);
        int needed = (int) Math.ceil(height / rowHeight);
        while (rows.size() < needed) {
            RowNode row = new RowNode(columns);
            row.show(RowNode.NO_KEY, null);
            rows.add(row);
            getChildren().add(row);
        }
        while (rows.size() > needed) {
            getChildren().remove(rows.removeLast());
        }
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).place(layout, i * rowHeight, width, rowHeight);
        }
    }

    /// Shows the rows from the viewport's top on; a row that shows its key already is left as it is.
    void show(Viewport viewport, Selection selection) {
        RowSource source = viewport.source();
        for (int i = 0; i < rows.size(); i++) {
            RowNode row = rows.get(i);
            long position = viewport.top() + i;
            long key = position < viewport.count() ? source.keyAt(position) : RowNode.NO_KEY;
            if (key != row.key()) {
                row.show(key, key < 0 ? null : source.content(key));
                widen(row);
            }
            row.select(key >= 0 && selection.contains(key));
        }
    }

    /// Makes every row ask its source again.
    void invalidate() {
        rows.forEach(row -> row.show(RowNode.NO_KEY, null));
    }

    private void widen(RowNode row) {
        for (ColumnLayout.Slot slot : layout.slots()) {
            slot.column().fit(row.cells().get(slot.index()).cell().text().length());
        }
    }

    /// Which row in view stands at a height, counted from 0; may be above or below those that are drawn.
    int indexAt(double y) {
        return (int) Math.floor(y / rowHeight);
    }

    /// The row drawn at a height, or null.
    @Nullable RowNode rowAt(double y) {
        int index = indexAt(y);
        return index < 0 || index >= rows.size() || rows.get(index).key() < 0 ? null : rows.get(index);
    }

    /// The node that draws a row, or null when it is out of view.
    @Nullable RowNode rowOf(long key) {
        return key < 0 ? null : rows.stream().filter(row -> row.key() == key).findFirst().orElse(null);
    }

    /// The index of the column at a horizontal place, or -1.
    int columnAt(double x) {
        return layout.slots().stream()
                .filter(slot -> slot.x() <= x && x < slot.end())
                .mapToInt(ColumnLayout.Slot::index)
                .findFirst()
                .orElse(-1);
    }
}
