package org.socklens.system;

import java.util.List;
import java.util.Set;
import org.socklens.socket.Address;
import org.socklens.socket.SocketType;

/// A Unix socket of this network namespace as it was at one look.
///
/// @param inode its own number, as in `socket:[N]` of `/proc/PID/fd`: no other socket gets it while the machine runs
/// @param address the name it was bound to; an accepted connection has its listener's
/// @param uid the user who made it, or [#UNKNOWN_USER]
/// @param peer what is at the other end
/// @param file what became of its socket file
/// @param holders every descriptor that was found, in order of processes; see [Snapshot#visibility]
/// @param flags what should be noticed
public record MachineSocket(
        long inode,
        SocketType type,
        SocketState state,
        Address address,
        int uid,
        Peer peer,
        Queues queues,
        SocketFile file,
        List<Holder> holders,
        Set<Flag> flags) {
    /// The kernel did not tell the user. (As a user id this number means "none" to the kernel too.)
    public static final int UNKNOWN_USER = -1;

    /// Copies what is a list or a set.
    public MachineSocket {
        holders = List.copyOf(holders);
        flags = Set.copyOf(flags);
    }

    /// Whether it takes connections.
    public boolean isListening() {
        return state == SocketState.LISTENING;
    }

    /// Whether a client may find it: it listens, or it is a named datagram socket.
    public boolean isReachable() {
        return isListening()
                || type == SocketType.DGRAM && !(address instanceof Address.Unnamed) && !(peer instanceof Peer.Socket);
    }

    /// Whether it is one end of something.
    public boolean hasPeer() {
        return peer instanceof Peer.Socket || peer instanceof Peer.Waiting;
    }
}
