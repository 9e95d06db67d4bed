package org.socklens.ui.sockets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.socklens.system.Peer;
import org.socklens.system.SocketState;
import org.socklens.system.report.SocketColumn;
import org.socklens.system.report.SocketText;
import org.socklens.ui.control.grid.Cell;
import org.socklens.ui.control.grid.PieceStyle;
import org.socklens.ui.control.grid.RowContent;
import org.socklens.ui.control.grid.RowSource;
import org.socklens.ui.control.grid.RowTone;
import org.socklens.ui.sockets.look.SocketRow;

/// The rows of one report as a grid draws them. A row's key is its position.
final class SocketRows implements RowSource {
    static final SocketRows NONE = new SocketRows(List.of());

    private final List<SocketRow> rows;
    private final Map<Long, Integer> positions;

    SocketRows(List<SocketRow> rows) {
        this.rows = rows;
        positions = HashMap.newHashMap(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            positions.put(rows.get(i).inode(), i);
        }
    }

    /// The position of a socket, or -1.
    long positionOfSocket(long inode) {
        return positions.getOrDefault(inode, -1);
    }

    /// The socket at a position, or null.
    @Nullable SocketRow row(long position) {
        return position < 0 || position >= rows.size() ? null : rows.get((int) position);
    }

    /// The sockets in their order, without those that went.
    List<SocketText> texts() {
        return rows.stream()
                .filter(row -> row.mark() != SocketRow.Mark.GONE)
                .map(SocketRow::text)
                .toList();
    }

    /// Where the rows of `before` stand now, -1 for those that are gone.
    LongUnaryOperator from(SocketRows before) {
        return position -> {
            SocketRow row = before.row(position);
            return row == null ? -1 : positionOfSocket(row.inode());
        };
    }

    @Override
    public long count() {
        return rows.size();
    }

    @Override
    public long keyAt(long position) {
        return position < rows.size() ? position : -1;
    }

    @Override
    public long positionOf(long key) {
        return Math.clamp(key, 0, rows.size());
    }

    @Override
    public @Nullable RowContent content(long key) {
        SocketRow row = row(key);
        if (row == null) {
            return null;
        }
        List<Cell> cells = new ArrayList<>();
        for (SocketColumn column : SocketColumn.values()) {
            cells.add(cell(column, row.text()));
        }
        return new RowContent(tone(row), cells);
    }

    private static RowTone tone(SocketRow row) {
        return switch (row.mark()) {
            case STEADY -> RowTone.PLAIN;
            case FRESH -> RowTone.FRESH;
            case GONE -> RowTone.GONE;
        };
    }

    private static Cell cell(SocketColumn column, SocketText text) {
        String words = column.of(text);
        if (words.equals(SocketText.UNKNOWN)) {
            return Cell.of(words, PieceStyle.MUTED);
        }
        return switch (column) {
            case ADDRESS -> address(text);
            case STATE -> Cell.of(words, style(text.socket().state()));
            case FLAG -> Cell.of(words, PieceStyle.WARNING);
            case PEER -> Cell.of(words, text.socket().peer() instanceof Peer.Socket ? PieceStyle.PLAIN : PieceStyle.MUTED);
            case QUEUE -> Cell.of(words, text.socket().queues().receive() > 0 ? PieceStyle.PLAIN : PieceStyle.MUTED);
            case TYPE, USER, FD, INODE, MODE, OWNER, MEMORY -> Cell.of(words, PieceStyle.MUTED);
            case PROCESS, PID -> Cell.of(words);
        };
    }

    private static Cell address(SocketText text) {
        if (!text.address().isEmpty()) {
            return Cell.of(text.address());
        }
        String ofPeer = text.addressOfPeer();
        return Cell.of(ofPeer.isEmpty() ? "unnamed" : "→ " + ofPeer, PieceStyle.MUTED);
    }

    private static PieceStyle style(SocketState state) {
        return switch (state) {
            case LISTENING -> PieceStyle.GOOD;
            case QUEUED, HALF_CLOSED, SHUT_DOWN, PEER_CLOSED -> PieceStyle.WARNING;
            case CONNECTED -> PieceStyle.PLAIN;
            case UNCONNECTED -> PieceStyle.MUTED;
        };
    }
}
