package org.socklens.ui.control.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// The titles of the columns. A click on one is told to [#setOnTitle]. Dragging the border between two sets the width of the left one; a double click there
/// gives it its usual width back.
final class GridHeader extends Region {
    private static final double REACH = 4;

    private final ObservableList<GridColumn> columns;
    private final GridMetrics metrics;
    private final List<Label> titles = new ArrayList<>();
    private final Rectangle clip = new Rectangle();
    private ColumnLayout layout = ColumnLayout.EMPTY;
    private ColumnLayout.@Nullable Slot dragged;
    private Consumer<GridColumn> onTitle = column -> {};

    GridHeader(ObservableList<GridColumn> columns, GridMetrics metrics) {
        this.columns = columns;
        this.metrics = metrics;
        getStyleClass().add("grid-header");
        setManaged(false);
        setClip(clip);
        setOnMouseMoved(event -> setCursor(borderAt(event.getX()) == null ? Cursor.DEFAULT : Cursor.H_RESIZE));
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(event -> dragged = null);
        setOnMouseClicked(this::click);
    }

    void setOnTitle(Consumer<GridColumn> action) {
        onTitle = action;
    }

    /// Makes the titles anew: the columns are others now.
    void rebuild() {
        titles.clear();
        for (GridColumn column : columns) {
            Label title = new Label();
            title.textProperty().bind(Bindings.concat(column.title(), column.markProperty()));
            title.setManaged(false);
            title.setMouseTransparent(true);
            titles.add(title);
        }
        getChildren().setAll(titles);
    }

    void place(ColumnLayout newLayout, double width, double height) {
        layout = newLayout;
        clip.setWidth(width);
        clip.setHeight(height);
        titles.forEach(title -> title.setVisible(false));
        for (ColumnLayout.Slot slot : layout.slots()) {
            Label title = titles.get(slot.index());
            title.setVisible(true);
            title.setAlignment(slot.column().alignment() == HPos.RIGHT ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
            title.resizeRelocate(slot.x() + layout.gap(), 0, slot.width() - 2 * layout.gap(), height - 1);
        }
    }

    private ColumnLayout.@Nullable Slot borderAt(double x) {
        List<ColumnLayout.Slot> slots = layout.slots();
        for (ColumnLayout.Slot slot : slots.subList(0, Math.max(0, slots.size() - 1))) {
            if (Math.abs(slot.end() - x) <= REACH) {
                return slot;
            }
        }
        return null;
    }

    private void press(MouseEvent event) {
        dragged = borderAt(event.getX());
        if (dragged != null && event.getClickCount() == 2) {
            dragged.column().reset();
            dragged = null;
        }
        event.consume();
    }

    private void click(MouseEvent event) {
        if (event.isStillSincePress() && borderAt(event.getX()) == null) {
            layout.slots().stream()
                    .filter(slot -> slot.x() <= event.getX() && event.getX() < slot.end())
                    .findFirst()
                    .ifPresent(slot -> onTitle.accept(slot.column()));
        }
        event.consume();
    }

    private void drag(MouseEvent event) {
        if (dragged != null) {
            double pixels = event.getX() - dragged.x() - 2 * layout.gap();
            dragged.column().drag(pixels / metrics.characterWidth());
        }
        event.consume();
    }
}
