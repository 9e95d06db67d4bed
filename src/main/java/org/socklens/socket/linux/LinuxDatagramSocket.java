package org.socklens.socket.linux;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;
import org.socklens.socket.Address;
import org.socklens.socket.Binding;
import org.socklens.socket.DatagramSocket;
import org.socklens.socket.SocketFailure;
import org.socklens.socket.SocketType;

/// A bound datagram socket and the socket file that it made.
final class LinuxDatagramSocket extends LinuxSocket implements DatagramSocket {
    private LinuxDatagramSocket(EpollPoller poller, Kernel kernel, int fd, @Nullable BoundName boundName) {
        super(poller, kernel, fd, SocketType.DGRAM, boundName);
    }

    static LinuxDatagramSocket open(EpollPoller poller, Kernel kernel, Binding binding) throws SocketFailure {
        int fd = kernel.checked("socket", kernel.sockets.socket(SocketType.DGRAM.number()));
        BoundName name = NameMaker.bindOrClose(kernel, fd, binding);
        return new LinuxDatagramSocket(poller, kernel, fd, name);
    }

    @Override
    public boolean send(MemorySegment from, int length, Address to) throws SocketFailure {
        long result = kernel.messages.sendTo(fd, from, length, SunPath.of(to));
        if (Kernel.isLater(result)) {
            return false;
        }
        if (result < 0) {
            throw kernel.failure("sendmsg", result);
        }
        return true;
    }
}
