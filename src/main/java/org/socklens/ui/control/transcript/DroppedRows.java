package org.socklens.ui.control.transcript;

import javafx.scene.control.Label;

/// The row above the rows that says how many are no longer held; not there while none were dropped.
final class DroppedRows extends Label {
    DroppedRows() {
        setId("transcriptDropped");
        getStyleClass().add("transcript-dropped");
        setMaxWidth(Double.MAX_VALUE);
        setWrapText(true);
        show(0);
    }

    void show(long count) {
        setText("%,d older %s dropped to stay within the limits".formatted(count, count == 1 ? "row was" : "rows were"));
        setVisible(count > 0);
        setManaged(count > 0);
    }
}
