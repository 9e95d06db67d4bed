package org.socklens.system.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.socklens.socket.Address;
import org.socklens.system.Holder;
import org.socklens.system.MachineProcess;
import org.socklens.system.MachineSocket;
import org.socklens.system.Peer;
import org.socklens.system.Snapshot;
import org.socklens.system.report.SocketText;

/// Makes the graph of one look. A socket that several processes hold connects each of them, at most [#MOST_HOLDERS].
public final class GraphMaker {
    /// How many holders of one socket are drawn.
    public static final int MOST_HOLDERS = 6;

    private static final String UNKNOWN = "unknown";

    private record Ends(String from, String to, String address) {}

    private final Snapshot snapshot;
    private final IntFunction<String> users;
    private final int ownUid;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final Map<Ends, Set<Edge.Link>> edges = new LinkedHashMap<>();

    /// What is known of a node so far.
    private static final class Draft {
        private final String title;
        private final String subtitle;
        private final Node.Kind kind;
        private final List<MachineSocket> reachable = new ArrayList<>();
        private final Set<Long> sockets = new LinkedHashSet<>();
        private int innerEnds;

        Draft(String title, String subtitle, Node.Kind kind) {
            this.title = title;
            this.subtitle = subtitle;
            this.kind = kind;
        }
    }

    private GraphMaker(Snapshot snapshot, IntFunction<String> users, int ownUid) {
        this.snapshot = snapshot;
        this.users = users;
        this.ownUid = ownUid;
    }

    /// The graph of a look.
    ///
    /// @param users the name of a user by number
    /// @param ownUid whose processes are marked as one's own
    public static ProcessGraph graph(Snapshot snapshot, IntFunction<String> users, int ownUid) {
        GraphMaker maker = new GraphMaker(snapshot, users, ownUid);
        snapshot.sockets().forEach(maker::add);
        return maker.build();
    }

    private void add(MachineSocket socket) {
        if (!socket.hasPeer() && socket.address() instanceof Address.Unnamed) {
            return;
        }
        List<String> own = nodes(socket.holders(), socket);
        for (String id : own) {
            Draft draft = draft(id);
            draft.sockets.add(socket.inode());
            if (socket.isReachable()) {
                draft.reachable.add(socket);
            }
        }
        switch (socket.peer()) {
            case Peer.Socket(long peer) -> connect(socket, own, peer);
            case Peer.Waiting(long listener) -> connect(socket, own, listener);
            case Peer.None _, Peer.Closed _, Peer.Unknown _ -> {}
        }
    }

    private void connect(MachineSocket socket, List<String> own, long peerInode) {
        MachineSocket peer = snapshot.peer(socket);
        List<String> others = nodes(snapshot.peerHolders(socket), peer);
        for (String one : own) {
            for (String other : others) {
                if (one.equals(other)) {
                    draft(one).innerEnds++;
                } else {
                    link(socket, one, peerInode, peer, other);
                }
            }
        }
    }

    /// Each connection is met at both its ends, but it is one link: from the client to the server, or from the lower
    /// number to the higher.
    private void link(MachineSocket socket, String one, long peerInode, @Nullable MachineSocket peer, String other) {
        boolean named = !(socket.address() instanceof Address.Unnamed);
        boolean peerNamed = peer != null && !(peer.address() instanceof Address.Unnamed);
        boolean isClient = named == peerNamed ? socket.inode() < peerInode : peerNamed;
        String address = SocketText.text(isClient && peer != null && peerNamed ? peer.address() : socket.address());
        Ends ends = isClient ? new Ends(one, other, address) : new Ends(other, one, address);
        Edge.Link link = isClient
                ? new Edge.Link(socket.inode(), peerInode)
                : new Edge.Link(peerInode, socket.inode());
        edges.computeIfAbsent(ends, _ -> new LinkedHashSet<>()).add(link);
    }

    /// The nodes of who holds a socket, which may be one that stands for somebody unknown.
    private List<String> nodes(List<Holder> holders, @Nullable MachineSocket socket) {
        if (holders.isEmpty()) {
            return List.of(unknown(socket));
        }
        return holders.stream()
                .map(Holder::process)
                .distinct()
                .limit(MOST_HOLDERS)
                .map(this::known)
                .toList();
    }

    private String known(MachineProcess process) {
        String id = process.pid() + "@" + process.started();
        drafts.computeIfAbsent(
                id,
                _ -> new Draft(
                        process.program(), process.pid() + " · " + users.apply(process.uid()), kind(process.uid())));
        return id;
    }

    private String unknown(@Nullable MachineSocket socket) {
        int uid = socket == null ? MachineSocket.UNKNOWN_USER : socket.uid();
        String whose = uid == MachineSocket.UNKNOWN_USER ? "" : users.apply(uid);
        String id = UNKNOWN + " " + whose;
        String subtitle = snapshot.visibility().seesAllHolders()
                ? "in no process seen here"
                : whose.isEmpty() ? "may not be seen" : "of " + whose;
        drafts.computeIfAbsent(id, _ -> new Draft(UNKNOWN, subtitle, Node.Kind.UNKNOWN));
        return id;
    }

    private Node.Kind kind(int uid) {
        if (uid == ownUid) {
            return Node.Kind.OWN;
        }
        return uid == 0 ? Node.Kind.ROOT : Node.Kind.OTHER;
    }

    private Draft draft(String id) {
        Draft draft = drafts.get(id);
        if (draft == null) {
            throw new IllegalStateException("no node " + id);
        }
        return draft;
    }

    private ProcessGraph build() {
        Map<String, Integer> clients = new HashMap<>();
        edges.forEach((ends, links) -> clients.merge(ends.to() + " " + ends.address(), links.size(), Integer::sum));
        List<Node> nodes = new ArrayList<>();
        drafts.forEach((id, draft) -> nodes.add(node(id, draft, clients)));
        nodes.removeIf(node -> node.sockets().isEmpty());
        List<Edge> all = new ArrayList<>();
        edges.forEach((ends, links) -> all.add(new Edge(ends.from(), ends.to(), ends.address(), List.copyOf(links))));
        return new ProcessGraph(nodes, all);
    }

    private static Node node(String id, Draft draft, Map<String, Integer> clients) {
        List<Node.Port> ports = draft.reachable.stream()
                .sorted(Comparator.comparing(MachineSocket::isListening).reversed())
                .map(socket -> {
                    String address = SocketText.text(socket.address());
                    return new Node.Port(address, socket.inode(), clients.getOrDefault(id + " " + address, 0));
                })
                .toList();
        Set<Long> sockets = new LinkedHashSet<>();
        ports.forEach(port -> sockets.add(port.inode()));
        sockets.addAll(draft.sockets);
        // Both ends of an inner pair were met.
        return new Node(id, draft.title, draft.subtitle, draft.kind, ports, draft.innerEnds / 2, List.copyOf(sockets));
    }
}
