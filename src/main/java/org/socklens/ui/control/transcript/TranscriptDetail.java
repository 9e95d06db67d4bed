package org.socklens.ui.control.transcript;

import java.nio.charset.StandardCharsets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.socklens.traffic.Row;
import org.socklens.traffic.Transcript;
import org.socklens.ui.control.HexView;

/// Everything about one row: the bytes of a chunk, the whole sentence of an event.
final class TranscriptDetail extends VBox {
    private final HexView bytes = new HexView();
    private final Label words = new Label();

    TranscriptDetail() {
        words.getStyleClass().add("transcript-words");
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        bytes.setMinHeight(0);
        setMinHeight(0);
        getChildren().addAll(bytes, words);
    }

    /// Shows a row, or hides for null and for an event without words.
    void show(Transcript transcript, @Nullable Row row) {
        boolean chunk = row != null && row.kind().isChunk();
        boolean told = row != null && !chunk && row.length() > 0;
        set(bytes, chunk);
        set(words, told);
        set(this, chunk || told);
        if (row != null && chunk) {
            long offset = row.isMessage() ? 0 : row.offset();
            bytes.show(offset, row.length(), (from, max) -> transcript.bytes(row.row(), from, max));
        } else if (row != null && told) {
            words.setText(new String(transcript.bytes(row.row(), 0, row.length()), StandardCharsets.UTF_8));
        }
    }

    private static void set(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
