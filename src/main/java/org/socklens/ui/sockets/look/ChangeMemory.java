package org.socklens.ui.sockets.look;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.socklens.system.MachineSocket;
import org.socklens.system.Snapshot;
import org.socklens.system.report.SocketText;

/// Remembers for a moment which sockets came and went between two looks. At the first look nothing is new.
final class ChangeMemory {
    /// How long a row stays marked.
    static final long MARKED_NANOS = 2_500_000_000L;

    /// The most sockets that went whose rows are kept.
    static final int MOST_GONE = 2_000;

    private record Gone(SocketText text, long until) {}

    private final Map<Long, Long> freshUntil = new HashMap<>();
    private final Map<Long, Gone> gone = new LinkedHashMap<>();
    private Snapshot before = Snapshot.EMPTY;
    private boolean looked;

    /// The rows of a look.
    ///
    /// @param now in nanoseconds, on any clock that does not step back
    List<SocketRow> take(Snapshot snapshot, IntFunction<String> users, long now) {
        freshUntil.values().removeIf(until -> until <= now);
        gone.values().removeIf(socket -> socket.until() <= now);
        List<SocketRow> rows = new ArrayList<>(snapshot.sockets().size() + gone.size());
        for (MachineSocket socket : snapshot.sockets()) {
            if (looked && before.socket(socket.inode()) == null) {
                freshUntil.put(socket.inode(), now + MARKED_NANOS);
            }
            boolean fresh = freshUntil.containsKey(socket.inode());
            SocketText text = new SocketText(socket, snapshot, users);
            rows.add(new SocketRow(text, fresh ? SocketRow.Mark.FRESH : SocketRow.Mark.STEADY));
        }
        for (MachineSocket socket : before.sockets()) {
            if (snapshot.socket(socket.inode()) == null && gone.size() < MOST_GONE) {
                gone.put(socket.inode(), new Gone(new SocketText(socket, before, users), now + MARKED_NANOS));
            }
        }
        gone.keySet().removeIf(inode -> snapshot.socket(inode) != null);
        gone.values().forEach(socket -> rows.add(new SocketRow(socket.text(), SocketRow.Mark.GONE)));
        before = snapshot;
        looked = true;
        return rows;
    }
}
