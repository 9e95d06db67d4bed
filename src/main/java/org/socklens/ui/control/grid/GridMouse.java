package org.socklens.ui.control.grid;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Point2D;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// What the mouse does in a grid's body, and how its menu opens.
final class GridMouse {
    private static final double ROWS_A_NOTCH = 3;
    private static final double PIXELS_A_NOTCH = 40;
    private static final Duration DRAG_SCROLL = Duration.millis(40);

    private final RowGrid grid;
    private final GridBody body;
    private final Viewport viewport;
    private final Navigator navigator;
    private final Tooltip tooltip = new Tooltip();
    private final Timeline dragging = new Timeline(new KeyFrame(DRAG_SCROLL, event -> extendToPointer()));
    private double pressedY;
    private double pointerY;
    private double wheel;
    private boolean tooltipInstalled;

    GridMouse(RowGrid grid, GridBody body, Viewport viewport, Navigator navigator) {
        this.grid = grid;
        this.body = body;
        this.viewport = viewport;
        this.navigator = navigator;
        dragging.setCycleCount(Animation.INDEFINITE);
        body.setOnMousePressed(this::press);
        body.setOnMouseDragged(this::drag);
        body.setOnMouseReleased(event -> dragging.stop());
        body.setOnMouseMoved(this::explain);
        body.setOnMouseExited(event -> explain(null));
        body.setOnContextMenuRequested(this::openMenu);
        grid.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::openMenuByKey);
        grid.setOnScroll(this::scroll);
    }

    private void press(MouseEvent event) {
        grid.requestFocus();
        grid.hideMenu();
        pressedY = event.getY();
        if (event.getButton() == MouseButton.PRIMARY) {
            pressPrimary(event);
            grid.refresh();
        }
        event.consume();
    }

    /// The second press acts on the row that the first one chose: the rows may have moved meanwhile.
    private void pressPrimary(MouseEvent event) {
        RowNode row = body.rowAt(event.getY());
        if (event.getClickCount() == 2) {
            grid.act();
        } else if (row == null) {
            navigator.clear();
        } else {
            select(row.key(), event);
        }
    }

    private void select(long key, MouseEvent event) {
        Selection before = grid.selectionProperty().get();
        Selection after;
        if (event.isShiftDown()) {
            after = event.isShortcutDown() ? before.addTo(key) : before.extendTo(key);
        } else {
            after = event.isShortcutDown() ? before.toggle(key) : Selection.of(key);
        }
        grid.setSelection(after);
    }

    /// A hand that trembles does not drag. Above or below the body the rows scroll under a pointer that stands still.
    private void drag(MouseEvent event) {
        if (!event.isPrimaryButtonDown() || grid.selectionProperty().get().isEmpty()) {
            return;
        }
        if (Math.abs(event.getY() - pressedY) < grid.rowHeight() / 2) {
            return;
        }
        pointerY = event.getY();
        boolean inside = pointerY >= 0 && pointerY < body.getHeight();
        if (inside) {
            dragging.stop();
            extendToPointer();
        } else {
            dragging.play();
        }
    }

    private void extendToPointer() {
        long position = viewport.top() + body.indexAt(pointerY);
        if (position != navigator.position()) {
            navigator.extendTo(position);
            grid.refresh();
        }
    }

    /// A notch of the wheel is three rows; the small steps of a touch pad add up to a row.
    private void scroll(ScrollEvent event) {
        wheel -= event.getDeltaY() / PIXELS_A_NOTCH * ROWS_A_NOTCH;
        long rows = (long) wheel;
        wheel -= rows;
        if (rows != 0) {
            viewport.scrollTo(viewport.top() + rows);
            grid.refresh();
        }
        event.consume();
    }

    /// A cell that is cut off tells all of it.
    private void explain(@Nullable MouseEvent event) {
        String text = event == null ? "" : cutText(event.getX(), event.getY());
        tooltip.setText(text);
        if (text.isEmpty() && tooltipInstalled) {
            Tooltip.uninstall(body, tooltip);
            tooltipInstalled = false;
        } else if (!text.isEmpty() && !tooltipInstalled) {
            Tooltip.install(body, tooltip);
            tooltipInstalled = true;
        }
    }

    private String cutText(double x, double y) {
        RowNode row = body.rowAt(y);
        int column = body.columnAt(x);
        if (row == null || column < 0) {
            return "";
        }
        CellNode cell = row.cells().get(column);
        return cell.isCut() ? cell.cell().text() : "";
    }

    private void openMenu(ContextMenuEvent event) {
        RowNode row = body.rowAt(event.getY());
        if (!event.isKeyboardTrigger() && row != null) {
            if (!grid.selectionProperty().get().contains(row.key())) {
                grid.setSelection(Selection.of(row.key()));
                grid.refresh();
            }
            RowGrid.Spot spot = new RowGrid.Spot(row.key(), body.columnAt(event.getX()));
            grid.openMenu(spot, event.getScreenX(), event.getScreenY());
            event.consume();
        }
    }

    /// The menu key opens the menu under the selected row.
    private void openMenuByKey(ContextMenuEvent event) {
        RowNode row = body.rowOf(grid.selectionProperty().get().lead());
        if (event.isKeyboardTrigger() && row != null) {
            Point2D place = row.localToScreen(0, row.getHeight());
            grid.openMenu(new RowGrid.Spot(row.key(), -1), place.getX(), place.getY());
            event.consume();
        }
    }
}
