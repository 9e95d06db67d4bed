package org.socklens.ui.control.grid;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Draws one row, and is used for many.
final class RowNode extends Region {
    /// Stands for no row.
    static final long NO_KEY = -1;

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass EVENT = PseudoClass.getPseudoClass("event");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass FRESH = PseudoClass.getPseudoClass("fresh");
    private static final PseudoClass GONE = PseudoClass.getPseudoClass("gone");

    private final List<CellNode> cells;
    private ColumnLayout layout = ColumnLayout.EMPTY;
    private long key = NO_KEY;

    RowNode(List<GridColumn> columns) {
        getStyleClass().add("grid-row");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setManaged(false);
        cells = columns.stream().map(CellNode::new).toList();
        getChildren().addAll(cells);
    }

    long key() {
        return key;
    }

    List<CellNode> cells() {
        return cells;
    }

    /// Takes its place in the grid.
    void place(ColumnLayout newLayout, double y, double width, double height) {
        layout = newLayout;
        resizeRelocate(0, y, width, height);
        cells.forEach(cell -> cell.setVisible(false));
        for (ColumnLayout.Slot slot : layout.slots()) {
            CellNode cell = cells.get(slot.index());
            cell.place(slot, layout.gap(), height);
            cell.setVisible(true);
        }
        spread();
    }

    void show(long newKey, @Nullable RowContent content) {
        key = content == null ? NO_KEY : newKey;
        setVisible(content != null);
        if (content == null) {
            return;
        }
        pseudoClassStateChanged(EVENT, content.tone() == RowTone.EVENT);
        pseudoClassStateChanged(FAILED, content.tone() == RowTone.FAILED);
        pseudoClassStateChanged(FRESH, content.tone() == RowTone.FRESH);
        pseudoClassStateChanged(GONE, content.tone() == RowTone.GONE);
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).show(content.cells().get(i));
        }
        spread();
        setAccessibleText(content.spoken());
    }

    /// A cell may write on over the empty ones to its right, as in a spreadsheet.
    private void spread() {
        double room = layout.width();
        for (ColumnLayout.Slot slot : layout.slots().reversed()) {
            CellNode cell = cells.get(slot.index());
            cell.setRoom(room - slot.x());
            if (!cell.cell().pieces().isEmpty()) {
                room = slot.x();
            }
        }
    }

    void select(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }
}
