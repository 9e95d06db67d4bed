package org.socklens.ui.control.transcript;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;
import org.socklens.traffic.Row;
import org.socklens.ui.control.grid.Range;
import org.socklens.ui.control.grid.RowContent;
import org.socklens.ui.control.grid.RowGrid;

/// What a person can do with a transcript, from keys, buttons and menus alike.
final class TranscriptActions {
    private final TranscriptView view;
    private final RowGrid grid;
    private final TranscriptClipboard clipboard;
    private final TranscriptSaver saver;
    private final ContextMenu rowMenu = new ContextMenu();
    private final MenuItem showCall = item("Show system call  ⏎", this::showCall);
    private final MenuItem copyCell = item("Copy cell", this::copyCell);

    TranscriptActions(TranscriptView view, RowGrid grid, Executor background, Notices notices) {
        this.view = view;
        this.grid = grid;
        clipboard = new TranscriptClipboard(background, notices);
        saver = new TranscriptSaver(background, notices);
        rowMenu.getItems()
                .addAll(
                        item("Copy rows", this::copyRows),
                        item("Copy bytes as hex", () -> clipboard.copyBytes(view.rows(), selected())),
                        item("Copy text", () -> clipboard.copyText(view.rows(), selected())),
                        copyCell,
                        new SeparatorMenuItem(),
                        showCall,
                        new SeparatorMenuItem(),
                        item("Clear", this::clear));
        rowMenu.setOnShowing(event -> prepareMenu());
        grid.setContextMenu(rowMenu);
        grid.setOnCopy(this::copyRows);
        grid.setOnAction(key -> showCall());
    }

    void setBackground(Executor executor) {
        clipboard.setBackground(executor);
        saver.setBackground(executor);
    }

    /// The actions that are about the whole transcript.
    List<MenuItem> forEverything() {
        return List.of(
                item("Copy everything", this::copyEverything),
                item("Save as TSV…", this::save),
                item("Clear", this::clear),
                new SeparatorMenuItem());
    }

    void copyRows() {
        clipboard.copyRows(view.rows(), selected());
    }

    private void copyEverything() {
        clipboard.copyRows(view.rows(), List.of(new Range(0, Long.MAX_VALUE - 1)));
    }

    private void save() {
        Path file = view.saveChooser().choose("transcript.tsv");
        if (file != null) {
            saver.save(view.rows(), file);
        }
    }

    private void clear() {
        view.rows().transcript().clear();
        view.refresh();
        grid.follow();
    }

    private void showCall() {
        Row row = leadRow();
        if (row != null && row.call() != 0) {
            view.showCall(row.call());
        }
    }

    private void copyCell() {
        RowGrid.Spot spot = grid.spotProperty().get();
        RowContent content = view.rows().content(spot.key());
        if (content != null && spot.column() >= 0) {
            clipboard.put(content.cells().get(spot.column()).text());
        }
    }

    private void prepareMenu() {
        Row row = leadRow();
        showCall.setDisable(row == null || row.call() == 0);
        copyCell.setDisable(grid.spotProperty().get().column() < 0);
    }

    private @Nullable Row leadRow() {
        return view.rows().transcript().row(grid.selectionProperty().get().lead());
    }

    private List<Range> selected() {
        return grid.selectionProperty().get().ranges();
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }
}
