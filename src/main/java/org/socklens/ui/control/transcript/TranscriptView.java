package org.socklens.ui.control.transcript;

import java.util.concurrent.Executor;
import java.util.function.LongConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.socklens.traffic.Limits;
import org.socklens.traffic.Row;
import org.socklens.traffic.RowFilter;
import org.socklens.traffic.TimeStyle;
import org.socklens.traffic.Transcript;
import org.socklens.ui.control.ControlStyles;
import org.socklens.ui.control.FileSaveChooser;
import org.socklens.ui.control.SaveChooser;
import org.socklens.ui.control.grid.RowGrid;
import org.socklens.ui.control.grid.Selection;
import org.socklens.ui.control.statistics.StatisticsStrip;

/// Shows a transcript while it grows: its rows, the bytes of the selected one, find, filter, copy and save. The owner
/// calls [#refresh] once a pulse. FX thread only; searching, saving and long copying run in the background.
///
/// What is copied are tab-separated lines as [org.socklens.traffic.Tsv] writes them, at most 100,000 rows.
public final class TranscriptView extends VBox {
    private static final Executor OWN_THREAD =
            task -> Thread.ofPlatform().daemon().name("transcript").start(task);
    /// The detail never reaches the middle of the view, so that a click there is a click on a row.
    private static final double DETAIL_SHARE = 0.35;
    private static final double LINES_FOR_STATISTICS = 9;

    private final TranscriptColumns columns = new TranscriptColumns();
    private final RowGrid grid = RowGrid.table();
    private final TranscriptDetail detail = new TranscriptDetail();
    private final DroppedRows dropped = new DroppedRows();
    private final StatisticsStrip statistics = new StatisticsStrip();
    private final TranscriptFooter footer = new TranscriptFooter();
    private final TranscriptActions actions = new TranscriptActions(this, grid, OWN_THREAD, footer);
    private final TranscriptFind find = new TranscriptFind(this, grid, footer.find(), OWN_THREAD, footer);
    private final ObjectProperty<@Nullable Row> selectedRow = new SimpleObjectProperty<>(this, "selectedRow");
    private LongConsumer onShowCall = call -> {};
    private SaveChooser saveChooser = new FileSaveChooser(this, "Save transcript");
    private TranscriptRows rows = new TranscriptRows(nothing(), RowFilter.ALL, TimeStyle.ABSOLUTE);
    private long seenFirst = -1;
    private long seenEnd = -1;

    /// A view of nothing, until [#setTranscript].
    public TranscriptView() {
        getStyleClass().add("transcript-view");
        ControlStyles.dress(this);
        grid.columns().setAll(columns.all());
        grid.setPlaceholder("Nothing was sent or received yet.");
        grid.selectionProperty().subscribe(this::showSelected);
        grid.followingProperty().subscribe(this::tellCounts);
        footer.setActions(actions.forEverything());
        footer.filterProperty().subscribe(this::showRows);
        footer.timesProperty().subscribe(this::showRows);
        detail.addEventHandler(KeyEvent.KEY_PRESSED, this::closeDetail);
        columns.connection().visibleProperty().subscribe(this::requestLayout);
        heightProperty().subscribe(height -> detail.setMaxHeight(height.doubleValue() * DETAIL_SHARE));
        setVgrow(grid, Priority.ALWAYS);
        getChildren().addAll(dropped, grid, detail, statistics, footer);
        showDetail(null);
    }

    /// Shows another transcript, which stays its owner's to close.
    public void setTranscript(Transcript transcript) {
        find.cancel();
        rows = new TranscriptRows(transcript, rows.filter(), rows.times());
        grid.setSource(rows);
        statistics.forget();
        refresh();
    }

    /// Shows what was recorded since the last time; cheap when that is nothing.
    public void refresh() {
        statistics.refresh(rows.transcript(), System.nanoTime());
        long first = rows.transcript().first();
        long end = rows.transcript().end();
        if (first == seenFirst && end == seenEnd) {
            return;
        }
        seenFirst = first;
        seenEnd = end;
        if (grid.selectionProperty().get().lead() >= 0
                && grid.selectionProperty().get().lead() < first) {
            grid.setSelection(Selection.NONE);
        }
        grid.refresh();
        tellCounts();
    }

    /// Whether the number of the connection is shown: true at first.
    public BooleanProperty connectionColumnVisibleProperty() {
        return columns.connection().visibleProperty();
    }

    /// Whether the number of the connection is shown.
    public boolean isConnectionColumnVisible() {
        return columns.connection().visibleProperty().get();
    }

    /// Shows or hides the number of the connection.
    public void setConnectionColumnVisible(boolean visible) {
        columns.connection().visibleProperty().set(visible);
    }

    /// Which rows are shown.
    public ObjectProperty<RowFilter> filterProperty() {
        return footer.filterProperty();
    }

    /// How times are written.
    public ObjectProperty<TimeStyle> timesProperty() {
        return footer.timesProperty();
    }

    /// Whether the newest row is kept in view.
    public BooleanProperty followingProperty() {
        return grid.followingProperty();
    }

    /// The row whose bytes are shown; null when it is none, or many at once were selected at the start.
    public ReadOnlyObjectProperty<@Nullable Row> selectedRowProperty() {
        return selectedRow;
    }

    /// Is told the number of the system call that a person wants to see.
    public void setOnShowCall(LongConsumer handler) {
        onShowCall = handler;
    }

    /// Takes the place of the desktop's dialog.
    public void setSaveChooser(SaveChooser chooser) {
        saveChooser = chooser;
    }

    /// Where searching, saving and long copying run; at first each on a thread of its own.
    public void setBackground(Executor executor) {
        actions.setBackground(executor);
        find.setBackground(executor);
    }

    /// Goes to the rows.
    @Override
    public void requestFocus() {
        grid.requestFocus();
    }

    TranscriptRows rows() {
        return rows;
    }

    SaveChooser saveChooser() {
        return saveChooser;
    }

    void showCall(long call) {
        onShowCall.accept(call);
    }

    RowGrid grid() {
        return grid;
    }

    private void showRows() {
        TimeStyle times = footer.timesProperty().get();
        RowFilter filter = footer.filterProperty().get();
        rows = new TranscriptRows(rows.transcript(), filter, times);
        grid.replaceSource(rows);
        requestLayout();
        tellCounts();
    }

    private void tellCounts() {
        long count = rows.count();
        dropped.show(rows.transcript().dropped());
        StringBuilder words = new StringBuilder("%,d %s".formatted(count, count == 1 ? "row" : "rows"));
        if (grid.followingProperty().get() && count > 0) {
            words.append(" · following");
        }
        footer.setCounts(words.toString());
    }

    /// One selected row is shown; while more are selected the one from before stays.
    private void showSelected(Selection selection) {
        if (selection.isSingle()) {
            showDetail(rows.transcript().row(selection.lead()));
        } else if (selection.isEmpty()) {
            showDetail(null);
        }
    }

    private void showDetail(@Nullable Row row) {
        selectedRow.set(row);
        detail.show(rows.transcript(), row);
    }

    private void closeDetail(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            grid.setSelection(Selection.NONE);
            grid.refresh();
            grid.requestFocus();
            event.consume();
        }
    }

    @Override
    protected void layoutChildren() {
        double characters = getWidth() / grid.characterWidth();
        columns.fit(characters, rows.times());
        footer.fit(characters);
        statistics.fit(characters, getHeight() >= LINES_FOR_STATISTICS * grid.rowHeight());
        super.layoutChildren();
    }

    /// A closed transcript holds nothing, neither rows nor memory.
    private static Transcript nothing() {
        Transcript transcript = new Transcript(new Limits(0, 0));
        transcript.close();
        return transcript;
    }
}
