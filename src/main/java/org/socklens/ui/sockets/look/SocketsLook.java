package org.socklens.ui.sockets.look;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.socklens.system.Holder;
import org.socklens.system.MachineSocket;
import org.socklens.system.Snapshot;
import org.socklens.system.filter.SocketFilter;
import org.socklens.system.graph.GraphMaker;
import org.socklens.system.graph.Node;
import org.socklens.system.graph.ProcessGraph;
import org.socklens.system.picture.MachinePicture;
import org.socklens.system.picture.NeighbourhoodPicture;
import org.socklens.system.picture.Picture;
import org.socklens.system.report.SocketText;
import org.socklens.ui.sockets.detail.DetailLook;
import org.socklens.ui.sockets.detail.SocketDetail;

/// Looks at the machine and arranges what it saw. It may block, and one look runs at a time.
public final class SocketsLook {
    private static final String MACHINE = "machine";

    private final Supplier<Snapshot> scan;
    private final DetailLook details;
    private final IntFunction<String> users;
    private final int ownUid;
    private final ChangeMemory changes = new ChangeMemory();
    private final MachinePicture machinePicture = new MachinePicture();
    private Snapshot snapshot = Snapshot.EMPTY;
    private List<SocketRow> rows = List.of();
    private ProcessGraph graph = ProcessGraph.EMPTY;

    /// @param scan looks at the machine
    /// @param users the name of a user by number
    /// @param ownUid the user whose processes are one's own
    public SocketsLook(Supplier<Snapshot> scan, DetailLook details, IntFunction<String> users, int ownUid) {
        this.scan = scan;
        this.details = details;
        this.users = users;
        this.ownUid = ownUid;
    }

    /// Looks at the machine now.
    public synchronized SocketsReport look(SocketsRequest request) {
        snapshot = scan.get();
        rows = changes.take(snapshot, users, System.nanoTime());
        graph = GraphMaker.graph(snapshot, users, ownUid);
        return arrange(request);
    }

    /// Arranges what was seen last.
    public synchronized SocketsReport arrange(SocketsRequest request) {
        MachineSocket selected = snapshot.socket(request.selected());
        SocketDetail detail =
                selected == null ? null : details.look(new SocketText(selected, snapshot, users));
        Node center = selected == null ? null : graph.holding(selected.inode());
        return new SocketsReport(
                snapshot,
                arranged(request),
                processes(),
                detail,
                picture(request, center),
                center == null || request.scope() == Scope.MACHINE ? MACHINE : center.id(),
                request.arrangement());
    }

    private Picture picture(SocketsRequest request, @Nullable Node center) {
        return center == null || request.scope() == Scope.MACHINE
                ? machinePicture.draw(graph, center, request.selected())
                : NeighbourhoodPicture.of(graph, center, request.selected());
    }

    private List<SocketRow> arranged(SocketsRequest request) {
        SocketFilter filter = SocketFilter.parse(request.filter());
        List<SocketRow> wanted =
                rows.stream().filter(row -> filter.passes(row.text())).toList();
        return switch (request.direction()) {
            case UP -> request.order().sorted(wanted, SocketRow::text);
            case DOWN -> request.order().sortedBackwards(wanted, SocketRow::text);
        };
    }

    private int processes() {
        return (int) snapshot.sockets().stream()
                .flatMap(socket -> socket.holders().stream())
                .map(Holder::process)
                .distinct()
                .count();
    }
}
