package org.socklens.ui.control.transcript;

import java.util.concurrent.Executor;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.socklens.traffic.Match;
import org.socklens.traffic.Search;
import org.socklens.ui.control.grid.RowGrid;

/// The find field: Enter goes to the next match, Shift+Enter to the one before, Escape back to the rows.
final class TranscriptFind {
    private final TranscriptView view;
    private final RowGrid grid;
    private final TextField field;
    private final Notices notices;
    private final Finder finder;

    TranscriptFind(TranscriptView view, RowGrid grid, TextField field, Executor background, Notices notices) {
        this.view = view;
        this.grid = grid;
        this.field = field;
        this.notices = notices;
        finder = new Finder(background);
        field.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    void setBackground(Executor executor) {
        finder.setBackground(executor);
    }

    /// Ends a search that runs.
    void cancel() {
        finder.cancel();
    }

    private void press(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> {
                Search search = search();
                if (search != null && event.isShiftDown()) {
                    finder.backward(search, lead(Long.MAX_VALUE) - 1, this::show);
                } else if (search != null) {
                    finder.forward(search, lead(-1) + 1, this::show);
                }
            }
            case ESCAPE -> {
                cancel();
                grid.requestFocus();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private @Nullable Search search() {
        TranscriptRows rows = view.rows();
        try {
            Search search = new Search(rows.transcript(), Query.parse(field.getText()), rows.filter());
            notices.tell("searching…");
            return search;
        } catch (IllegalArgumentException wrong) {
            notices.tell(String.valueOf(wrong.getMessage()));
            return null;
        }
    }

    private long lead(long otherwise) {
        long lead = grid.selectionProperty().get().lead();
        return lead < 0 ? otherwise : lead;
    }

    private void show(@Nullable Match match) {
        if (match == null) {
            notices.tell("no match");
            return;
        }
        grid.select(match.row());
        notices.tell("found");
    }
}
