package org.socklens.ui.control.transcript;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.socklens.traffic.Row;
import org.socklens.traffic.Transcript;
import org.socklens.traffic.Tsv;
import org.socklens.ui.control.grid.Range;

/// Puts rows on the clipboard: a few at once, many in the background, never more than [CopiedRows.Bound#MOST].
final class TranscriptClipboard {
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private final Notices notices;
    private Executor background;

    /// `notices` are told what was copied, when that is not what the person expects.
    TranscriptClipboard(Executor background, Notices notices) {
        this.background = background;
        this.notices = notices;
    }

    void setBackground(Executor executor) {
        background = executor;
    }

    /// Tab-separated lines under their header.
    void copyRows(TranscriptRows source, List<Range> ranges) {
        Tsv tsv = new Tsv(source.transcript(), source.times());
        copy(source, ranges, Tsv.HEADER + "\n", row -> tsv.line(row) + "\n");
    }

    /// The bytes of the chunks in hex, a line a chunk.
    void copyBytes(TranscriptRows source, List<Range> ranges) {
        copy(source, ranges, "", row -> row.kind().isChunk() ? HEX.formatHex(bytes(source, row)) + "\n" : "");
    }

    /// The chunks' bytes as text, joined as in the stream; what is no UTF-8 becomes U+FFFD.
    void copyText(TranscriptRows source, List<Range> ranges) {
        copy(source, ranges, "", row ->
                row.kind().isChunk() ? new String(bytes(source, row), StandardCharsets.UTF_8) : "");
    }

    /// One text.
    void put(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static byte[] bytes(TranscriptRows source, Row row) {
        Transcript transcript = source.transcript();
        return transcript.bytes(row.row(), 0, row.length());
    }

    private void copy(TranscriptRows source, List<Range> ranges, String header, Function<Row, String> line) {
        if (ranges.isEmpty()) {
            return;
        }
        CopiedRows quick = CopiedRows.of(source, ranges, header, line, CopiedRows.Bound.QUICK);
        if (quick.whole()) {
            put(quick.text());
            return;
        }
        notices.tell("copying…");
        background.execute(() -> {
            CopiedRows copied = CopiedRows.of(source, ranges, header, line, CopiedRows.Bound.MOST);
            Platform.runLater(() -> finish(copied));
        });
    }

    private void finish(CopiedRows copied) {
        put(copied.text());
        if (copied.whole()) {
            notices.tell("%,d rows copied".formatted(copied.rows()));
        } else {
            notices.warn("Only the first %,d rows were copied: a clipboard holds no more. Save as TSV takes them all."
                    .formatted(copied.rows()));
        }
    }
}
