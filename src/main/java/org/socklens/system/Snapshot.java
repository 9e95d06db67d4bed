package org.socklens.system;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socklens.socket.Address;

/// All that one look at the machine saw. Never changes; for any thread.
public final class Snapshot {
    /// Before the first look.
    public static final Snapshot EMPTY = new Snapshot(List.of(), Map.of(), Visibility.FULL, 0);

    private final List<MachineSocket> sockets;
    private final Map<Long, List<Holder>> holders;
    private final Visibility visibility;
    private final long tookNanos;
    private final Map<Long, MachineSocket> byInode;

    /// @param holders those of every socket, in the list or not
    /// @param tookNanos how long the look took, in nanoseconds
    public Snapshot(
            List<MachineSocket> sockets, Map<Long, List<Holder>> holders, Visibility visibility, long tookNanos) {
        this.sockets = List.copyOf(sockets);
        this.holders = Collections.unmodifiableMap(new HashMap<>(holders));
        this.visibility = visibility;
        this.tookNanos = tookNanos;
        byInode = HashMap.newHashMap(sockets.size());
        sockets.forEach(socket -> byInode.put(socket.inode(), socket));
    }

    /// Every socket of this network namespace, in the kernel's order.
    public List<MachineSocket> sockets() {
        return sockets;
    }

    /// The socket with a number, or null.
    public @Nullable MachineSocket socket(long inode) {
        return byInode.get(inode);
    }

    /// What could not be seen.
    public Visibility visibility() {
        return visibility;
    }

    /// How long the look took, in nanoseconds.
    public long tookNanos() {
        return tookNanos;
    }

    /// The socket at the other end, or the listener at which it waits; null when there is none in this list.
    public @Nullable MachineSocket peer(MachineSocket socket) {
        return switch (socket.peer()) {
            case Peer.Socket(long inode) -> byInode.get(inode);
            case Peer.Waiting(long listener) -> byInode.get(listener);
            case Peer.None _, Peer.Closed _, Peer.Unknown _ -> null;
        };
    }

    /// Who holds the other end, or the listener at which it waits. A peer may be in no list, for it belongs to another
    /// network namespace, and have holders all the same.
    public List<Holder> peerHolders(MachineSocket socket) {
        return switch (socket.peer()) {
            case Peer.Socket(long inode) -> holders.getOrDefault(inode, List.of());
            case Peer.Waiting(long listener) -> holders.getOrDefault(listener, List.of());
            case Peer.None _, Peer.Closed _, Peer.Unknown _ -> List.of();
        };
    }

    /// Whether the other end is in another network namespace: it has a number that is not in this list.
    public boolean peerIsForeign(MachineSocket socket) {
        return socket.peer() instanceof Peer.Socket(long inode) && !byInode.containsKey(inode);
    }

    /// The name under which the two ends of a socket know each other: its own, or its peer's.
    public Address commonAddress(MachineSocket socket) {
        MachineSocket peer = peer(socket);
        return socket.address() instanceof Address.Unnamed && peer != null ? peer.address() : socket.address();
    }
}
