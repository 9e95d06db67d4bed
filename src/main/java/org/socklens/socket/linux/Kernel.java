package org.socklens.socket.linux;

import org.socklens.posix.CallTrace;
import org.socklens.posix.Caller;
import org.socklens.posix.DescriptorCalls;
import org.socklens.posix.Errno;
import org.socklens.posix.FileCalls;
import org.socklens.posix.MessageCalls;
import org.socklens.posix.NodeCalls;
import org.socklens.posix.SocketCalls;
import org.socklens.socket.Address;
import org.socklens.socket.SocketFailure;

/// The calls of one poller's thread.
final class Kernel {
    final Caller caller;
    final SocketCalls sockets;
    final MessageCalls messages;
    final FileCalls files;
    final NodeCalls nodes;
    final DescriptorCalls descriptors;
    /// Looks that nobody asked for: they are not told to the trace, where they would hide what they are about.
    final FileCalls looks;
    final NodeCalls nodeLooks;

    Kernel(Caller caller) {
        this(caller, new MessageCalls(caller));
    }

    /// @param messages makes the calls that move bytes
    Kernel(Caller caller, MessageCalls messages) {
        this.caller = caller;
        this.messages = messages;
        sockets = new SocketCalls(caller);
        files = new FileCalls(caller);
        nodes = new NodeCalls(caller);
        descriptors = new DescriptorCalls(caller);
        Caller quiet = new Caller(CallTrace.discarding(), caller.actor());
        looks = new FileCalls(quiet);
        nodeLooks = new NodeCalls(quiet);
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

    /// The name that a socket is bound to.
    Address nameOf(int fd) {
        int result = sockets.readName(fd);
        if (result < 0) {
            throw new IllegalStateException("getsockname: " + Errno.of(-result) + " on an open socket");
        }
        return SunPath.address(sockets.name());
    }

    /// Whether the call has to wait or was interrupted, and is to be made again.
    static boolean isLater(long result) {
        return is(result, Errno.EAGAIN) || is(result, Errno.EINTR);
    }

    static boolean is(long result, Errno errno) {
        return result == -errno.number();
    }
}
