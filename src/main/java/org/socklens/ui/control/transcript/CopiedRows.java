package org.socklens.ui.control.transcript;

import java.util.List;
import java.util.function.Function;
import org.socklens.traffic.Row;
import org.socklens.ui.control.grid.Range;

/// Selected rows as text for the clipboard.
///
/// @param text what was copied
/// @param rows how many rows that are
/// @param whole whether it is all that was selected
record CopiedRows(String text, long rows, boolean whole) {
    /// How much is copied at most.
    ///
    /// @param rows most rows
    /// @param bytes most bytes of chunks
    record Bound(long rows, long bytes) {
        /// What is copied at once, while the person waits for it: some milliseconds.
        static final Bound QUICK = new Bound(1_000, 1 << 20);
        /// What a clipboard should hold; more belongs into a file.
        static final Bound MOST = new Bound(100_000, 64 << 20);
    }

    /// Writes one row after another with `line` under `header`, until the bound is reached.
    static CopiedRows of(
            TranscriptRows source, List<Range> ranges, String header, Function<Row, String> line, Bound bound) {
        StringBuilder out = new StringBuilder(header);
        long rows = 0;
        long bytes = 0;
        for (Range range : ranges) {
            // By position: it skips what the filter hides.
            long position = source.positionOf(range.from());
            for (long key = source.keyAt(position); key >= 0 && key <= range.to(); key = source.keyAt(++position)) {
                Row row = source.transcript().row(key);
                if (row == null) {
                    continue;
                }
                bytes += row.length();
                if (rows == bound.rows() || bytes > bound.bytes()) {
                    return new CopiedRows(out.toString(), rows, false);
                }
                out.append(line.apply(row));
                rows++;
            }
        }
        return new CopiedRows(out.toString(), rows, true);
    }
}
