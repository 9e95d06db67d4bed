package org.socklens.ui.control;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;
import org.socklens.traffic.Match;
import org.socklens.traffic.Needle;
import org.socklens.traffic.Row;
import org.socklens.traffic.RowFilter;
import org.socklens.traffic.TimeStyle;
import org.socklens.traffic.Transcript;
import org.socklens.ui.control.grid.GridColumn;
import org.socklens.ui.control.grid.Range;
import org.socklens.ui.control.grid.RowGrid;
import org.socklens.ui.control.grid.Selection;

/// A transcript as a grid of chunks, with a hex dump of the selected one, search, filter and copy. FX thread only.
public final class TranscriptView extends VBox {
    private static final double NARROW_EMS = 52;
    private static final double ROOMY_EMS = 76;

    private final GridColumn delta = GridColumn.numbers("delta", "Δ ms", 8);
    private final GridColumn connection = GridColumn.numbers("connection", "conn", 4);
    private final GridColumn hex = GridColumn.words("hex", "hex", 48);
    private final RowGrid grid = new RowGrid();
    private final RowGrid dump = new RowGrid();
    private final TextField find = new TextField();
    private final SegmentedButton filters = new SegmentedButton();
    private final SegmentedButton times = new SegmentedButton();
    private final Label status = new Label();
    private final ObjectProperty<RowFilter> filter = new SimpleObjectProperty<>(this, "filter", RowFilter.ALL);
    private final ObjectProperty<TimeStyle> time = new SimpleObjectProperty<>(this, "time", TimeStyle.ABSOLUTE);
    private final AtomicReference<@Nullable TranscriptSearch> searching = new AtomicReference<>();
    private @Nullable Transcript transcript;
    private LongConsumer onShowCall = _ -> {};
    private String notice = "";

    /// A view without a transcript.
    public TranscriptView() {
        getStyleClass().add("transcript-view");
        grid.columns().setAll(List.of(
                GridColumn.numbers("number", "#", 3),
                GridColumn.words("time", "time", 16),
                delta,
                connection,
                GridColumn.words("direction", "direction", 9),
                GridColumn.numbers("offset", "offset", 6),
                GridColumn.numbers("bytes", "bytes", 5),
                GridColumn.words("text", "text", 36),
                hex));
        dump.columns().setAll(List.of(
                GridColumn.words("offset", "offset", 9), GridColumn.words("hex", "hex", 49), GridColumn.words("text", "text", 18)));
        dump.getStyleClass().add("hex-dump");
        dump.setVisible(false);
        dump.managedProperty().bind(dump.visibleProperty());
        dump.setMinHeight(Region.USE_PREF_SIZE);
        VBox.setVgrow(grid, Priority.ALWAYS);
        getChildren().addAll(grid, dump, footer());
        grid.setOnCopy(this::copyRows);
        grid.setContextMenu(menu());
        grid.selectionProperty().subscribe(_ -> showDump());
        dump.setOnCopy(this::copyDump);
        filter.subscribe(_ -> rebuild());
        time.subscribe(_ -> rebuild());
        // A click anywhere beside the fields gives the keys to the rows.
        addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> notice = "");
        widthProperty().subscribe(this::fold);
    }

    /// Shows another transcript.
    public void setTranscript(Transcript shown) {
        transcript = shown;
        rebuild();
    }

    /// Whether rows tell their connection: a client has only one.
    public void setConnectionShown(boolean shown) {
        connection.visibleProperty().set(shown);
    }

    /// What stands in the middle while there are no rows.
    public void setPlaceholder(String text) {
        grid.setPlaceholder(text);
    }

    /// Is told the number of the system call that a row leads to.
    public void setOnShowCall(LongConsumer action) {
        onShowCall = action;
        grid.setOnAction(_ -> showCall());
    }

    /// Takes in what was recorded since the last time; once a pulse.
    public void refresh() {
        Transcript shown = transcript;
        if (shown != null) {
            grid.refresh();
            status.setText(statusText(shown));
        }
    }

    /// The rows themselves, for whoever plays in the window.
    public RowGrid grid() {
        return grid;
    }

    private HBox footer() {
        find.setPromptText("Find…");
        find.setTooltip(new Tooltip("Find text, or bytes as 0x0d0a. Enter: next, Shift+Enter: previous"));
        find.getStyleClass().add("transcript-find");
        find.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                search(event.isShiftDown() ? TranscriptSearch.Way.BACK : TranscriptSearch.Way.ON);
                event.consume();
            }
        });
        Segments.fill(filters, RowFilter.class, filter, TranscriptView::label, TranscriptView::hint);
        Segments.fill(times, TimeStyle.class, time, TranscriptView::label, TranscriptView::hint);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        times.managedProperty().bind(times.visibleProperty());
        status.getStyleClass().add("hint");
        status.setMinWidth(Region.USE_PREF_SIZE);
        HBox footer = new HBox(find, filters, times, space, status);
        footer.setAlignment(Pos.CENTER_LEFT);
        footer.getStyleClass().add("transcript-footer");
        return footer;
    }

    private ContextMenu menu() {
        return new ContextMenu(
                item("Copy rows", this::copyRows),
                item("Copy bytes as hex", this::copyHex),
                item("Copy everything", this::copyAll),
                item("Show system call", this::showCall),
                item("Clear", this::clear));
    }

    private static MenuItem item(String title, Runnable action) {
        MenuItem item = new MenuItem(title);
        item.setOnAction(_ -> action.run());
        return item;
    }

    /// Forgets every row.
    public void clear() {
        if (transcript != null) {
            transcript.clear();
            grid.setSelection(Selection.NONE);
            grid.invalidate();
        }
    }

    private void rebuild() {
        if (transcript != null) {
            grid.setSource(new TranscriptRows(transcript, filter.get(), time.get()));
        }
    }

    private void showDump() {
        Row row = selectedRow();
        boolean shown = row != null && transcript != null && row.kind().isChunk();
        if (shown && row != null && transcript != null) {
            HexRows rows = new HexRows(transcript, row);
            dump.setSource(rows);
            dump.followingProperty().set(false);
            dump.setPrefHeight(-1);
        }
        dump.setVisible(shown);
    }

    private @Nullable Row selectedRow() {
        return transcript == null || !grid.selectionProperty().get().isSingle()
                ? null
                : transcript.row(grid.selectionProperty().get().lead());
    }

    private void showCall() {
        Row row = selectedRow();
        if (row != null && row.call() > 0) {
            onShowCall.accept(row.call());
        }
    }

    private void copyRows() {
        if (transcript != null) {
            notice = TranscriptCopy.rows(transcript, filter.get(), time.get(), grid.selectionProperty().get().ranges());
        }
    }

    private void copyAll() {
        if (transcript != null && transcript.end() > transcript.first()) {
            grid.setSelection(Selection.all(transcript.first(), transcript.end() - 1));
            copyRows();
        }
    }

    private void copyHex() {
        Row row = selectedRow();
        if (row != null && transcript != null) {
            notice = TranscriptCopy.hex(transcript, row);
        }
    }

    private void copyDump() {
        Row row = selectedRow();
        if (row != null && transcript != null) {
            List<Range> ranges = dump.selectionProperty().get().ranges();
            HexRows rows = new HexRows(transcript, row);
            StringBuilder text = new StringBuilder();
            ranges.forEach(range -> text.append(rows.lines(range.from(), range.to())));
            notice = TranscriptCopy.put(text.toString(), "hex dump copied");
        }
    }

    private void search(TranscriptSearch.Way way) {
        TranscriptSearch before = searching.getAndSet(null);
        if (before != null) {
            before.cancel();
        }
        String wanted = find.getText();
        if (transcript == null || wanted.isEmpty()) {
            return;
        }
        Needle needle;
        try {
            needle = wanted.startsWith("0x") ? Needle.hex(wanted.substring(2)) : Needle.textIgnoringCase(wanted);
        } catch (IllegalArgumentException bad) {
            notice = String.valueOf(bad.getMessage());
            return;
        }
        TranscriptSearch search = new TranscriptSearch(
                transcript, needle, filter.get(), grid.selectionProperty().get().lead(), way);
        searching.set(search);
        notice = "searching …";
        Thread.ofVirtual().start(() -> {
            Match match = search.run();
            Platform.runLater(() -> found(search, match));
        });
    }

    private void found(TranscriptSearch search, @Nullable Match match) {
        if (searching.compareAndSet(search, null)) {
            notice = match == null ? "no match" : "";
            if (match != null) {
                grid.select(match.row());
            }
        }
    }

    private String statusText(Transcript shown) {
        if (!notice.isEmpty()) {
            return notice;
        }
        long rows = shown.count(filter.get());
        String count = String.format(Locale.ROOT, rows == 1 ? "%,d row" : "%,d rows", rows);
        String dropped = shown.dropped() == 0 ? "" : String.format(Locale.ROOT, " · %,d oldest dropped", shown.dropped());
        return count + dropped + (grid.followingProperty().get() ? " · following" : "");
    }

    private void fold() {
        double em = status.getFont().getSize();
        double ems = getWidth() / Math.max(1, em);
        delta.visibleProperty().set(ems > NARROW_EMS);
        hex.visibleProperty().set(ems > ROOMY_EMS);
        times.setVisible(ems > NARROW_EMS - 16);
        find.setPrefColumnCount(ems > NARROW_EMS ? 11 : 6);
    }

    private static String label(RowFilter value) {
        return switch (value) {
            case ALL -> "all";
            case RECEIVED -> "▼";
            case SENT -> "▲";
            case EVENTS -> "events";
        };
    }

    private static String hint(RowFilter value) {
        return switch (value) {
            case ALL -> "Show every row";
            case RECEIVED -> "Show received chunks";
            case SENT -> "Show sent chunks";
            case EVENTS -> "Show events";
        };
    }

    private static String label(TimeStyle value) {
        return switch (value) {
            case ABSOLUTE -> "time";
            case SINCE_START -> "start";
            case SINCE_PREVIOUS -> "Δ";
        };
    }

    private static String hint(TimeStyle value) {
        return switch (value) {
            case ABSOLUTE -> "Time of day";
            case SINCE_START -> "Seconds since the first row";
            case SINCE_PREVIOUS -> "Milliseconds since the row before";
        };
    }
}
