package org.socklens.traffic;

import java.io.IOException;

/// Rows as tab-separated lines that a spreadsheet and a test can read. Belongs to one thread.
///
/// Text is escaped as in [ChunkText#escaped]; hex is lower case, two digits a byte, one space between. An event has its
/// word as direction and no offset, bytes and hex; a message has no offset; the endpoint itself has no connection.
public final class Tsv {
    /// The line above the rows, without its line feed.
    public static final String HEADER = "#\ttime\tdirection\tconnection\toffset\tbytes\ttext\thex";

    private final Transcript transcript;
    private final TimeStyle style;

    /// Lines of `transcript` with times written in `style`.
    public Tsv(Transcript transcript, TimeStyle style) {
        this.transcript = transcript;
        this.style = style;
    }

    /// One row, without a line feed.
    public String line(Row row) {
        StringBuilder out = new StringBuilder(64 + 5 * row.length());
        append(out, row, transcript.bytes(row, 0, row.length()));
        return out.toString();
    }

    /// Writes the header and every row of `[from, to)` that passes and is still held, each line with its line feed,
    /// until the end or until `progress` cancels. Returns how many rows were written.
    ///
    /// @throws IOException as `out` throws it
    public long write(long from, long to, RowFilter filter, Appendable out, Progress progress) throws IOException {
        out.append(HEADER).append('\n');
        RowBatch batch = new RowBatch(transcript);
        StringBuilder line = new StringBuilder();
        long written = 0;
        long looked = 0;
        long next = from;
        long end = Math.min(to, transcript.end());
        while (!progress.isCancelled() && batch.loadFrom(next, end)) {
            written += write(batch, filter, line, out);
            next = batch.index(batch.count());
            looked += batch.count();
            progress.reached(looked);
        }
        return written;
    }

    private int write(RowBatch batch, RowFilter filter, StringBuilder line, Appendable out) throws IOException {
        int written = 0;
        for (int i = 0; i < batch.count(); i++) {
            Row row = batch.row(i);
            // Rows that a clear took meanwhile have no number.
            if (filter.accepts(row.kind()) && row.number() > 0) {
                line.setLength(0);
                append(line, row, batch.bytes(i, 0, batch.length(i)));
                out.append(line).append('\n');
                written++;
            }
        }
        return written;
    }

    private void append(StringBuilder out, Row row, byte[] bytes) {
        out.append(row.number()).append('\t');
        style.append(out, row).append('\t').append(row.kind().word()).append('\t');
        if (row.connection() != 0) {
            out.append(row.connection());
        }
        out.append('\t');
        if (row.kind().isChunk()) {
            if (!row.isMessage()) {
                out.append(row.offset());
            }
            out.append('\t').append(row.length()).append('\t');
            ChunkText.escape(row.carry(), bytes, out);
            Hex.append(out.append('\t'), bytes);
        } else {
            ChunkText.escape(Utf8Carry.NONE, bytes, out.append("\t\t"));
            out.append('\t');
        }
    }
}
