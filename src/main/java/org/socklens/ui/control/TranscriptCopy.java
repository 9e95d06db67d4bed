package org.socklens.ui.control;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.socklens.traffic.Row;
import org.socklens.traffic.RowFilter;
import org.socklens.traffic.TimeStyle;
import org.socklens.traffic.Transcript;
import org.socklens.traffic.Tsv;
import org.socklens.ui.control.grid.Range;

/// Puts parts of a transcript on the clipboard; each method returns what to tell the person.
final class TranscriptCopy {
    /// A clipboard is no place for more.
    static final int MOST_ROWS = 100_000;

    private TranscriptCopy() {}

    /// Rows as tab-separated lines under their header.
    static String rows(Transcript transcript, RowFilter filter, TimeStyle style, List<Range> ranges) {
        Tsv tsv = new Tsv(transcript, style);
        StringBuilder text = new StringBuilder(Tsv.HEADER).append('\n');
        int copied = 0;
        for (Range range : ranges) {
            long first = Math.max(range.from(), transcript.first());
            for (long index = first; index <= range.to() && copied < MOST_ROWS; index++) {
                Row row = transcript.row(index);
                if (row != null && filter.accepts(row.kind())) {
                    text.append(tsv.line(row)).append('\n');
                    copied++;
                }
            }
        }
        String limit = copied == MOST_ROWS ? " (a clipboard takes no more)" : "";
        return put(text.toString(), String.format(Locale.ROOT, "%,d rows copied%s", copied, limit));
    }

    /// The bytes of a chunk as hex.
    static String hex(Transcript transcript, Row row) {
        byte[] bytes = transcript.bytes(row.row(), 0, row.length());
        return put(HexFormat.ofDelimiter(" ").formatHex(bytes), bytes.length + " bytes copied");
    }

    static String put(String text, String told) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        return told;
    }
}
