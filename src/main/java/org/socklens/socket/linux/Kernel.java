package org.socklens.socket.linux;

import org.socklens.posix.Caller;
import org.socklens.posix.Errno;
import org.socklens.posix.FileCalls;
import org.socklens.posix.NodeCalls;
import org.socklens.posix.SocketCalls;
import org.socklens.socket.SocketFailure;

/// The calls of one poller's thread.
final class Kernel {
    final Caller caller;
    final SocketCalls sockets;
    final FileCalls files;
    final NodeCalls nodes;

    Kernel(Caller caller) {
        this.caller = caller;
        sockets = new SocketCalls(caller);
        files = new FileCalls(caller);
        nodes = new NodeCalls(caller);
    }

    /// The result, or the failure that it stands for.
    int checked(String call, int result) throws SocketFailure {
        if (result < 0) {
            throw failure(call, result);
        }
        return result;
    }

    /// The failure of the latest call.
    SocketFailure failure(String call, long result) {
        return new SocketFailure(call, Errno.of((int) -result), caller.lastCall());
    }

    static boolean is(long result, Errno errno) {
        return result == -errno.number();
    }
}
