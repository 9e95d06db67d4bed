package org.socklens.access.occupant;

import java.util.List;
import java.util.List;
import java.util.Optional;
import org.socklens.posix.Caller;
import org.socklens.posix.DiagnosedSocket;
import org.socklens.posix.FileStatus;
import org.socklens.posix.SocketDiagnosisCalls;

/// Finds the socket behind a socket file without touching it: by the file's inode in the kernel's list of sockets, so
/// that links, renames and other mounts do not matter. Sockets of other network namespaces are not in that list.
///
/// Not thread-safe: one instance a thread, on that thread's [Caller].
public final class BoundSockets {
    private static final int DATAGRAM = 2;

    private final SocketDiagnosisCalls diagnosis;

    /// Calls made here are told to the trace of `caller`.
    public BoundSockets(Caller caller) {
        diagnosis = new SocketDiagnosisCalls(caller);
    }

    /// The socket that is bound to a file; empty when no socket of this network namespace is.
    public Optional<BoundSocket> find(FileStatus file) {
        return diagnosis.sockets().stream()
                .filter(socket -> socket.isBoundTo(file) && isReachable(socket))
                .findFirst()
                .map(BoundSockets::describe);
    }

    /// The sockets of this network namespace that have an abstract name: at most one of each type.
    public List<BoundSocket> find(byte[] abstractName) {
        return AbstractNames.inodes(abstractName).stream()
                .flatMap(inode -> diagnosis.socket(inode).stream())
                .filter(BoundSockets::isReachable)
                .map(BoundSockets::describe)
                .toList();
    }

    /// The socket whose file has this inode number on whatever device; empty when none or several have. Some file
    /// systems (btrfs, overlay) tell `stat` another device than the one in the kernel's list, so this is for a file that
    /// is known to have a socket behind it.
    Optional<BoundSocket> findByInodeAlone(FileStatus file) {
        List<DiagnosedSocket> found = diagnosis.sockets().stream()
                .filter(socket -> socket.hasInodeOf(file) && isReachable(socket))
                .toList();
        return found.size() == 1 ? Optional.of(describe(found.getFirst())) : Optional.empty();
    }

    /// Accepted connections carry the listener's file on, even after it is gone: they are no way in.
    private static boolean isReachable(DiagnosedSocket socket) {
        return socket.type() == DATAGRAM || !socket.isConnected();
    }

    private static BoundSocket describe(DiagnosedSocket socket) {
        BoundSocket.State state = socket.isListening()
                ? BoundSocket.State.LISTENING
                : socket.type() == DATAGRAM ? BoundSocket.State.RECEIVING : BoundSocket.State.BOUND;
        return new BoundSocket(
                state, socket.typeWord(), socket.waiting(), socket.backlog(), Holders.of(socket.inode()));
    }
}
