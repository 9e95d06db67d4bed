package org.socklens.system.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Sockets as CSV (RFC 4180) in UTF-8: a line of titles, then one line a socket, with CR LF. A cell that a spreadsheet
/// might take for a formula gets an apostrophe before it: names are chosen by strangers.
public final class CsvReport {
    private static final String LINE_END = "\r\n";
    private static final String FORMULA_STARTS = "=+-@";

    private CsvReport() {}

    /// All columns, whichever the table shows.
    public static String of(List<SocketText> sockets) {
        StringBuilder csv = new StringBuilder();
        csv.append(Arrays.stream(SocketColumn.values()).map(SocketColumn::title).collect(Collectors.joining(",")))
                .append(",peer pid")
                .append(LINE_END);
        for (SocketText socket : sockets) {
            for (SocketColumn column : SocketColumn.values()) {
                csv.append(cell(column.of(socket))).append(',');
            }
            csv.append(cell(socket.peerPids())).append(LINE_END);
        }
        return csv.toString();
    }

    private static String cell(String text) {
        String safe = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = safe.indexOf(',') < 0 && safe.indexOf('"') < 0 && safe.indexOf('\n') < 0;
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
