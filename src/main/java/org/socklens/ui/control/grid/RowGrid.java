package org.socklens.ui.control.grid;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongUnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A list with columns over any number of rows. It has one node for each row that is visible, and the owner calls
/// [#refresh] once a pulse. FX thread only.
///
/// It follows the tail until a person scrolls up; "↓ newest", the End key or scrolling to the end follows again.
public final class RowGrid extends Region {
    /// Where a context menu was opened.
    ///
    /// @param key the row
    /// @param column the index of the column among all columns, or -1
    public record Spot(long key, int column) {}

    private static final String STYLE =
            Objects.requireNonNull(RowGrid.class.getResource("grid.css")).toExternalForm();

    private final ObservableList<GridColumn> columns = FXCollections.observableArrayList();
    private final ObjectProperty<Selection> selection = new SimpleObjectProperty<>(this, "selection", Selection.NONE);
    private final ObjectProperty<Spot> spot = new SimpleObjectProperty<>(this, "spot", new Spot(RowNode.NO_KEY, -1));
    private final Viewport viewport;
    private final Navigator navigator;
    private final GridMetrics metrics;
    private final GridHeader header;
    private final GridBody body = new GridBody(columns);
    private final GridScrollBar scrollBar;
    private final Button newest = new Button("↓ newest");
    private final Label placeholder = new Label();
    private LongConsumer onAction = key -> {};
    private Runnable onCopy = () -> {};
    private @Nullable ContextMenu menu;
    private boolean scrollBarShown;

    /// A grid of rows with a header above, without columns and rows yet.
    public static RowGrid table() {
        return new RowGrid(Start.NEWEST, 1.85, true);
    }

    /// A grid of rows with a header above that is read from its first row on.
    public static RowGrid sheet() {
        return new RowGrid(Start.OLDEST, 1.85, true);
    }

    /// A dense grid without a header that is read from its first row on.
    public static RowGrid listing() {
        return new RowGrid(Start.OLDEST, 1.4, false);
    }

    private RowGrid(Start start, double lineHeight, boolean titled) {
        viewport = new Viewport(start);
        navigator = new Navigator(viewport, selection);
        metrics = new GridMetrics(lineHeight, this::requestLayout);
        header = new GridHeader(columns, metrics);
        header.setVisible(titled);
        scrollBar = new GridScrollBar(viewport, this::refresh);
        getStyleClass().add("row-grid");
        getStylesheets().add(STYLE);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        newest.getStyleClass().add("grid-newest");
        newest.setManaged(false);
        newest.setFocusTraversable(false);
        newest.setTooltip(new Tooltip("Follow the newest row (End)"));
        newest.setOnAction(event -> follow());
        placeholder.getStyleClass().add("grid-placeholder");
        placeholder.setManaged(false);
        placeholder.setMouseTransparent(true);
        getChildren().addAll(body, header, placeholder, scrollBar.node(), newest, metrics.probe());
        columns.subscribe(this::rebuild);
        selection.subscribe(this::tellSelection);
        viewport.followingProperty().subscribe(this::refresh);
        new GridKeys(this, navigator, viewport);
        new GridMouse(this, body, viewport, navigator);
    }

    /// The columns from left to right; the last visible one takes the width that is left.
    public ObservableList<GridColumn> columns() {
        return columns;
    }

    /// Shows other rows, with nothing selected.
    public void setSource(RowSource source) {
        selection.set(Selection.NONE);
        viewport.setSource(source);
        invalidate();
    }

    /// Shows the same rows otherwise, or some of them: what is selected, followed and in view stays as it is.
    public void replaceSource(RowSource source) {
        viewport.replaceSource(source);
        invalidate();
    }

    /// Shows rows in another order, of which the keys are positions: what is selected and in view stays as it is.
    ///
    /// @param newKey the key under which a row of before is found now, or -1 when it is gone
    public void reorder(RowSource source, LongUnaryOperator newKey) {
        viewport.reorder(source, newKey);
        selection.set(selection.get().moved(newKey));
        invalidate();
    }

    /// Shows what came and went since the last time; cheap when that is nothing.
    public void refresh() {
        viewport.refresh();
        scrollBar.tell();
        if (scrollBarShown != scrollBar.isNeeded()) {
            requestLayout();
        }
        body.show(viewport, selection.get());
        newest.setVisible(viewport.mayFollow());
        placeholder.setVisible(viewport.count() == 0);
    }

    /// Asks the source again for every row in view: rows say something else now.
    public void invalidate() {
        body.invalidate();
        refresh();
    }

    /// Whether the newest row is kept in view.
    public BooleanProperty followingProperty() {
        return viewport.followingProperty();
    }

    /// Which rows are selected.
    public ReadOnlyObjectProperty<Selection> selectionProperty() {
        return selection;
    }

    /// Selects rows without scrolling.
    public void setSelection(Selection rows) {
        selection.set(rows);
    }

    /// Selects one row and scrolls it into view; when it is gone, the row after it.
    public void select(long key) {
        navigator.moveTo(viewport.source().positionOf(key));
        refresh();
    }

    /// Follows the newest row again.
    public void follow() {
        viewport.scrollTo(Long.MAX_VALUE);
        refresh();
    }

    /// Position of the first row in view.
    public long topPosition() {
        return viewport.top();
    }

    /// The width of a character, in pixels.
    public double characterWidth() {
        return metrics.characterWidth();
    }

    /// The height of a row, in pixels.
    public double rowHeight() {
        return metrics.rowHeight();
    }

    /// How many rows fit as a whole.
    public int pageSize() {
        return viewport.page();
    }

    /// What is told while there are no rows.
    public void setPlaceholder(String text) {
        placeholder.setText(text);
    }

    /// What Enter and a double click do with a row.
    public void setOnAction(LongConsumer action) {
        onAction = action;
    }

    /// What a click on the title of a column does.
    public void setOnTitle(Consumer<GridColumn> action) {
        header.setOnTitle(action);
    }

    /// What copying does.
    public void setOnCopy(Runnable action) {
        onCopy = action;
    }

    /// The menu of a row; [#spotProperty] says which.
    public void setContextMenu(ContextMenu contextMenu) {
        menu = contextMenu;
    }

    /// Where the context menu was opened last.
    public ReadOnlyObjectProperty<Spot> spotProperty() {
        return spot;
    }

    void act() {
        long lead = selection.get().lead();
        if (lead >= 0) {
            onAction.accept(lead);
        }
    }

    void copy() {
        onCopy.run();
    }

    void openMenu(Spot where, double screenX, double screenY) {
        spot.set(where);
        if (menu != null) {
            menu.show(this, screenX, screenY);
        }
    }

    void hideMenu() {
        if (menu != null) {
            menu.hide();
        }
    }

    private void rebuild() {
        columns.forEach(column -> {
            column.visibleProperty().subscribe(this::requestLayout);
            column.widthProperty().subscribe(this::requestLayout);
        });
        header.rebuild();
        body.rebuild();
        requestLayout();
    }

    private void tellSelection() {
        RowNode row = body.rowOf(selection.get().lead());
        setAccessibleText(row == null ? "" : row.getAccessibleText());
        notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case ITEM_COUNT -> Math.clamp(viewport.count(), 0, Integer.MAX_VALUE);
            case FOCUS_ITEM -> body.rowOf(selection.get().lead());
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    @Override
    protected void layoutChildren() {
        Insets insets = getInsets();
        double left = insets.getLeft();
        double top = insets.getTop();
        double width = Math.max(0, getWidth() - left - insets.getRight());
        double rowHeight = metrics.rowHeight();
        double headerHeight = header.isVisible() ? rowHeight : 0;
        double height = Math.max(0, getHeight() - top - insets.getBottom() - headerHeight);
        viewport.setPage((int) (height / rowHeight));
        scrollBarShown = scrollBar.isNeeded();
        double barWidth = scrollBar.node().prefWidth(-1);
        double rowWidth = scrollBarShown ? width - barWidth : width;
        ColumnLayout layout = ColumnLayout.of(columns, metrics, rowWidth);
        header.place(layout, width, headerHeight);
        header.resizeRelocate(left, top, width, headerHeight);
        body.place(layout, rowHeight, width, height);
        body.resizeRelocate(left, top + headerHeight, width, height);
        scrollBar.node().resizeRelocate(left + width - barWidth, top + headerHeight, barWidth, height);
        placeholder.resizeRelocate(left, top + headerHeight, width, Math.min(height, 4 * rowHeight));
        newest.autosize();
        newest.relocate(left + (width - newest.getWidth()) / 2, top + headerHeight + height - newest.getHeight() - 8);
        refresh();
    }

    @Override
    protected double computePrefWidth(double height) {
        return columns.isEmpty() ? 0 : 60 * metrics.characterWidth();
    }

    @Override
    protected double computePrefHeight(double width) {
        return 8 * metrics.rowHeight();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return header.isVisible() ? 2 * metrics.rowHeight() : metrics.rowHeight();
    }
}
