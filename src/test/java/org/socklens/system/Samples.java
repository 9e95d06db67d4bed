package org.socklens.system;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.socklens.socket.Address;
import org.socklens.socket.SocketType;
import org.socklens.system.report.SocketText;

/// A machine made up for tests, socket by socket.
public final class Samples {
    private final List<MachineSocket> sockets = new ArrayList<>();
    private final Map<Long, List<Holder>> holders = new HashMap<>();

    /// A process; its user is the hundreds of its pid.
    public static MachineProcess process(int pid, String program) {
        return new MachineProcess(pid, program, pid / 100, 1);
    }

    /// A listening socket of a process, with 3 of 5 waiting.
    public Samples listener(long inode, MachineProcess process, Address address) {
        return add(inode, process, address, SocketState.LISTENING, new Peer.None(), new Queues(3, 5, 0, 0));
    }

    /// Both ends of a connection: of the client, and of the server under its listener's address.
    public Samples connection(long inode, MachineProcess client, MachineProcess server, Address address) {
        Queues empty = new Queues(0, 0, 212_992, 0);
        add(inode, client, new Address.Unnamed(), SocketState.CONNECTED, new Peer.Socket(inode + 1), empty);
        return add(inode + 1, server, address, SocketState.CONNECTED, new Peer.Socket(inode), empty);
    }

    private Samples add(
            long inode, MachineProcess process, Address address, SocketState state, Peer peer, Queues queues) {
        List<Holder> own = List.of(new Holder(process, (int) inode % 100));
        holders.put(inode, own);
        sockets.add(new MachineSocket(
                inode,
                SocketType.STREAM,
                state,
                address,
                process.uid(),
                peer,
                queues,
                new SocketFile.NoFile(),
                own,
                Set.of()));
        return this;
    }

    public Snapshot snapshot() {
        return new Snapshot(sockets, holders, Visibility.FULL, 1);
    }

    /// Every socket in words; user 1 is called `user1` and so on.
    public List<SocketText> texts() {
        Snapshot snapshot = snapshot();
        return snapshot.sockets().stream()
                .map(socket -> new SocketText(socket, snapshot, uid -> "user" + uid))
                .toList();
    }
}
