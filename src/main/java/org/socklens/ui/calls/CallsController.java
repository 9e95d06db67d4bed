package org.socklens.ui.calls;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.socklens.posix.TracedCall;
import org.socklens.ui.control.Segments;
import org.socklens.ui.control.grid.GridColumn;
import org.socklens.ui.control.grid.Range;
import org.socklens.ui.control.grid.RowGrid;

/// Binds the system calls panel's controls to its model.
public final class CallsController {
    private final CallsModel model;

    @FXML
    private Segments<CallKind> callsKind;

    @FXML
    private TextField callsFilter;

    @FXML
    private ToggleButton callsPause;

    @FXML
    private Label callsNotice;

    @FXML
    private RowGrid syscallTable;

    /// Controls for `model`.
    public CallsController(CallsModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        for (CallKind kind : CallKind.values()) {
            callsKind.with(kind, kind.label(), kind.hint());
        }
        callsKind.valueProperty().bindBidirectional(model.kindProperty());
        callsFilter.textProperty().bindBidirectional(model.textProperty());
        callsPause.selectedProperty().bindBidirectional(model.pausedProperty());
        syscallTable.columns().setAll(List.of(
                GridColumn.words("time", "time", 12), GridColumn.words("by", "by", 6), GridColumn.words("call", "call", 40)));
        syscallTable.setPlaceholder("No call yet");
        syscallTable.setSource(new CallRows(model));
        syscallTable.setOnCopy(this::copy);
        model.kindProperty().subscribe(_ -> syscallTable.setSource(new CallRows(model)));
        model.textProperty().subscribe(_ -> syscallTable.setSource(new CallRows(model)));
    }

    private void copy() {
        StringBuilder text = new StringBuilder();
        for (Range range : syscallTable.selectionProperty().get().ranges()) {
            for (long n = model.before(range.from()); n < model.before(range.to() + 1); n++) {
                TracedCall call = model.call(model.positionAt(n));
                if (call != null) {
                    text.append(CallRows.line(call)).append('\n');
                }
            }
        }
        ClipboardContent content = new ClipboardContent();
        content.putString(text.toString());
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// Takes in what is new; once a pulse.
    public void refresh() {
        model.refresh();
        syscallTable.refresh();
    }

    /// Selects the call with a number, or says that it is not held any more.
    public void showCall(long number) {
        long position = model.reveal(number);
        callsNotice.setText(position < 0 ? "call " + number + " is not held any more" : "");
        if (position >= 0) {
            syscallTable.refresh();
            syscallTable.select(position);
        }
    }
}
