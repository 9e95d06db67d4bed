package org.socklens.socket.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.socklens.posix.Errno;
import org.socklens.posix.PollCalls;
import org.socklens.posix.SocketOption;
import org.socklens.socket.Connection;
import org.socklens.socket.Credentials;
import org.socklens.socket.SocketFailure;

/// A connected socket.
final class LinuxConnection implements Connection {
    private final EpollPoller poller;
    private final Kernel kernel;
    private final int fd;
    private final Credentials peer;
    private Interest interest = Interest.RECEIVE;
    private int received;
    private boolean peerClosed;
    private boolean closed;

    LinuxConnection(EpollPoller poller, Kernel kernel, int fd) {
        this.poller = poller;
        this.kernel = kernel;
        this.fd = fd;
        peer = readPeer();
    }

    @Override
    public Credentials peer() {
        return peer;
    }

    @Override
    public void register(Ready ready) throws SocketFailure {
        poller.register(fd, events(interest), events -> {
            peerClosed = (events & PollCalls.EPOLLHUP) != 0;
            if ((events & PollCalls.EPOLLOUT) != 0 || (wantsSend() && (events & trouble()) != 0)) {
                ready.send();
            }
            if (!closed && (events & (PollCalls.EPOLLIN | PollCalls.EPOLLRDHUP | trouble())) != 0) {
                ready.receive();
            }
        });
    }

    @Override
    public void interest(Interest wanted) {
        if (wanted != interest && !closed) {
            interest = wanted;
            poller.change(fd, events(wanted));
        }
    }

    @Override
    public Outcome receive(MemorySegment into, int length) throws SocketFailure {
        long result = kernel.sockets.receive(fd, into, length);
        if (result > 0) {
            received = (int) result;
            return Outcome.DATA;
        }
        if (result == 0) {
            return Outcome.END_OF_STREAM;
        }
        if (Kernel.is(result, Errno.EAGAIN) || Kernel.is(result, Errno.EINTR)) {
            return Outcome.NOTHING_YET;
        }
        throw kernel.failure("recvmsg", result);
    }

    @Override
    public int received() {
        return received;
    }

    @Override
    public boolean peerClosed() {
        return peerClosed;
    }

    @Override
    public int send(MemorySegment from, int length) throws SocketFailure {
        long result = kernel.sockets.send(fd, from, length);
        if (Kernel.is(result, Errno.EAGAIN) || Kernel.is(result, Errno.EINTR)) {
            return 0;
        }
        if (result < 0) {
            throw kernel.failure("sendmsg", result);
        }
        return (int) result;
    }

    @Override
    public void shutdownOutput() throws SocketFailure {
        kernel.checked("shutdown", kernel.sockets.shutdownWrite(fd));
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            poller.forget(fd);
            kernel.sockets.close(fd);
        }
    }

    private boolean wantsSend() {
        return interest == Interest.SEND || interest == Interest.BOTH;
    }

    private static int trouble() {
        return PollCalls.EPOLLERR | PollCalls.EPOLLHUP;
    }

    private static int events(Interest interest) {
        int receive = PollCalls.EPOLLIN | PollCalls.EPOLLRDHUP;
        return switch (interest) {
            case NOTHING -> 0;
            case RECEIVE -> receive;
            case SEND -> PollCalls.EPOLLOUT;
            case BOTH -> receive | PollCalls.EPOLLOUT;
        };
    }

    private Credentials readPeer() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment ucred = arena.allocate(12, 4);
            if (kernel.sockets.option(fd, SocketOption.SO_PEERCRED, ucred) < 0) {
                return new Credentials(0, -1, -1, "");
            }
            int pid = ucred.get(JAVA_INT, 0);
            return new Credentials(pid, ucred.get(JAVA_INT, 4), ucred.get(JAVA_INT, 8), ProgramName.of(pid));
        }
    }
}
