package org.socklens.socket.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socklens.posix.Errno;
import org.socklens.posix.PollCalls;
import org.socklens.posix.SocketOption;
import org.socklens.socket.Address;
import org.socklens.socket.Arrival;
import org.socklens.socket.OpenSocket;
import org.socklens.socket.PassedDescriptor;
import org.socklens.socket.SocketFailure;
import org.socklens.socket.SocketType;

/// What every socket that receives has: its readiness, its receives, its name and its end.
abstract class LinuxSocket implements OpenSocket {
    /// What a message takes of the send buffer besides its bytes (`unix_dgram_sendmsg` in the kernel).
    private static final int MESSAGE_OVERHEAD = 32;

    final EpollPoller poller;
    final Kernel kernel;
    final int fd;
    private final SocketType type;
    private final long inode;
    private final @Nullable BoundName boundName;
    final HeldDescriptors held;
    private final Reception reception;
    private Interest interest = Interest.RECEIVE;
    private boolean peerClosed;
    private boolean closed;

    /// @param boundName the socket file that it made, or null
    LinuxSocket(EpollPoller poller, Kernel kernel, int fd, SocketType type, @Nullable BoundName boundName) {
        this.poller = poller;
        this.kernel = kernel;
        this.fd = fd;
        this.type = type;
        inode = SocketInode.of(kernel.looks, fd);
        this.boundName = boundName;
        held = new HeldDescriptors(kernel);
        reception = new Reception(kernel, fd, type, held);
    }

    @Override
    public SocketType type() {
        return type;
    }

    @Override
    public int descriptor() {
        return fd;
    }

    @Override
    public long inode() {
        return inode;
    }

    @Override
    public Address address() {
        return kernel.nameOf(fd);
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
            PollCalls.Control control = switch (wanted) {
                case UNWATCHED -> PollCalls.Control.EPOLL_CTL_DEL;
                case NOTHING, RECEIVE, SEND, BOTH ->
                    interest == Interest.UNWATCHED ? PollCalls.Control.EPOLL_CTL_ADD : PollCalls.Control.EPOLL_CTL_MOD;
            };
            interest = wanted;
            poller.control(fd, control, events(wanted));
        }
    }

    @Override
    public void unregister() {
        interest = Interest.NOTHING;
        poller.forget(fd);
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
            case UNWATCHED, NOTHING -> 0;
            case RECEIVE -> receive;
            case SEND -> PollCalls.EPOLLOUT;
            case BOTH -> receive | PollCalls.EPOLLOUT;
        };
    }

    /// Whether the peer has closed both directions, as far as the poller has seen.
    public boolean peerClosed() {
        return peerClosed;
    }

    @Override
    public void bufferSizes(int send, int receive) throws SocketFailure {
        kernel.checked("setsockopt", kernel.sockets.setOption(fd, SocketOption.SO_SNDBUF, send));
        kernel.checked("setsockopt", kernel.sockets.setOption(fd, SocketOption.SO_RCVBUF, receive));
    }

    @Override
    public void askForCredentials() throws SocketFailure {
        kernel.checked("setsockopt", kernel.sockets.setOption(fd, SocketOption.SO_PASSCRED, 1));
    }

    @Override
    public Outcome receive(MemorySegment into, int length) throws SocketFailure {
        return reception.receive(into, length);
    }

    @Override
    public int unread() throws SocketFailure {
        return kernel.checked("ioctl", kernel.sockets.unread(fd));
    }

    @Override
    public int received() {
        return reception.received();
    }

    @Override
    public Arrival arrival() {
        return reception.arrival();
    }

    @Override
    public List<PassedDescriptor> descriptors() {
        return held.open();
    }

    @Override
    public int readDescriptor(int number, MemorySegment into, int length) throws SocketFailure {
        return held.read(number, into, length);
    }

    @Override
    public void closeDescriptor(int number) {
        held.close(number);
    }

    @Override
    public int longestMessage() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment size = arena.allocate(JAVA_INT);
            int result = kernel.sockets.option(fd, SocketOption.SO_SNDBUF, size);
            if (result < 0) {
                throw new IllegalStateException("getsockopt: " + Errno.of(-result) + " on an open socket");
            }
            return size.get(JAVA_INT, 0) - MESSAGE_OVERHEAD;
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        held.close();
        // The file goes first: while the socket is open its inode cannot be given to another file.
        if (boundName != null) {
            boundName.release();
        }
        poller.forget(fd);
        kernel.sockets.close(fd);
    }
}
