package org.socklens.socket.linux;

import org.socklens.posix.CallTrace;
import org.socklens.posix.Caller;
import org.socklens.posix.DiagnosedSocket;
import org.socklens.posix.FileCalls;
import org.socklens.posix.SocketDiagnosisCalls;

/// How many connections wait in the queue of one listening socket, as the kernel's diagnosis tells it
/// (`man 7 sock_diag`). It is asked several times a second, so these calls are not told to the trace.
final class Backlog {
    private static final int UNKNOWN = -1;

    private final SocketDiagnosisCalls diagnosis;
    private final long inode;

    private Backlog(SocketDiagnosisCalls diagnosis, long inode) {
        this.diagnosis = diagnosis;
        this.inode = inode;
    }

    static Backlog of(int fd) {
        Caller quiet = new Caller(CallTrace.discarding(), "server");
        return new Backlog(new SocketDiagnosisCalls(quiet), SocketInode.of(new FileCalls(quiet), fd));
    }

    /// Connections that wait; -1 when the kernel does not tell.
    int waiting() {
        return inode == SocketInode.UNKNOWN
                ? UNKNOWN
                : diagnosis.socket(inode)
                        .filter(DiagnosedSocket::isListening)
                        .map(socket -> (int) socket.waiting())
                        .orElse(UNKNOWN);
    }
}
