package org.socklens.socket.portable;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socklens.posix.Errno;
import org.socklens.socket.Address;
import org.socklens.socket.Arrival;
import org.socklens.socket.Connection;
import org.socklens.socket.Credentials;
import org.socklens.socket.OpenedDescriptor;
import org.socklens.socket.Passable;
import org.socklens.socket.PassedDescriptor;
import org.socklens.socket.SocketFailure;
import org.socklens.socket.SocketType;

/// A connected channel.
final class SelectorConnection implements Connection {
    private static final int NOT_TOLD = -1;

    private final SelectorPoller poller;
    private final SocketChannel channel;
    private final Address address;
    private final @Nullable BoundFile file;
    private int received;

    /// @param file the socket file that it made, or null
    SelectorConnection(SelectorPoller poller, SocketChannel channel, Address address, @Nullable BoundFile file) {
        this.poller = poller;
        this.channel = channel;
        this.address = address;
        this.file = file;
    }

    @Override
    public SocketType type() {
        return SocketType.STREAM;
    }

    @Override
    public Address address() {
        return address;
    }

    @Override
    public int descriptor() {
        return NOT_TOLD;
    }

    @Override
    public long inode() {
        return NOT_TOLD;
    }

    @Override
    public Credentials peer() {
        return Credentials.UNKNOWN;
    }

    @Override
    public boolean peerClosed() {
        return false;
    }

    @Override
    public void register(Ready ready) throws SocketFailure {
        poller.register(channel, SelectionKey.OP_READ, operations -> {
            if ((operations & SelectionKey.OP_WRITE) != 0) {
                ready.send();
            }
            if ((operations & SelectionKey.OP_READ) != 0 && channel.isOpen()) {
                ready.receive();
            }
        });
    }

    @Override
    public void bufferSizes(int send, int receive) throws SocketFailure {
        try {
            channel.setOption(StandardSocketOptions.SO_SNDBUF, send);
            channel.setOption(StandardSocketOptions.SO_RCVBUF, receive);
        } catch (IOException refused) {
            throw Refusal.of("setsockopt", refused);
        }
    }

    @Override
    public int unread() throws SocketFailure {
        throw Refusal.unsupported("ioctl");
    }

    @Override
    public void interest(Interest interest) {
        if (channel.isOpen()) {
            poller.change(channel, switch (interest) {
                case UNWATCHED, NOTHING -> 0;
                case RECEIVE -> SelectionKey.OP_READ;
                case SEND -> SelectionKey.OP_WRITE;
                case BOTH -> SelectionKey.OP_READ | SelectionKey.OP_WRITE;
            });
        }
    }

    @Override
    public void unregister() {
        poller.forget(channel);
    }

    @Override
    public void askForCredentials() throws SocketFailure {
        throw Refusal.unsupported("setsockopt");
    }

    @Override
    public Outcome receive(MemorySegment into, int length) throws SocketFailure {
        try {
            int count = channel.read(into.asSlice(0, length).asByteBuffer());
            poller.called();
            received = Math.max(count, 0);
            return count < 0 ? Outcome.END_OF_STREAM : count == 0 ? Outcome.NOTHING_YET : Outcome.DATA;
        } catch (IOException refused) {
            poller.called();
            throw Refusal.of("read", refused);
        }
    }

    @Override
    public int received() {
        return received;
    }

    @Override
    public Arrival arrival() {
        return Arrival.PLAIN;
    }

    @Override
    public List<PassedDescriptor> descriptors() {
        return List.of();
    }

    @Override
    public int readDescriptor(int number, MemorySegment into, int length) throws SocketFailure {
        throw new SocketFailure("read", Errno.EBADF, 0);
    }

    @Override
    public void closeDescriptor(int number) {
        // it holds none
    }

    @Override
    public int longestMessage() {
        return Integer.MAX_VALUE;
    }

    @Override
    public int send(MemorySegment from, int length) throws SocketFailure {
        try {
            int count = channel.write(from.asSlice(0, length).asByteBuffer());
            poller.called();
            return count == 0 && length > 0 ? NO_ROOM : count;
        } catch (IOException refused) {
            poller.called();
            throw Refusal.of("write", refused);
        }
    }

    @Override
    public OpenedDescriptor open(Passable what) throws SocketFailure {
        throw Refusal.unsupported("open");
    }

    @Override
    public int send(MemorySegment from, int length, OpenedDescriptor passed) throws SocketFailure {
        throw Refusal.unsupported("sendmsg");
    }

    @Override
    public void shutdownOutput() throws SocketFailure {
        try {
            channel.shutdownOutput();
            poller.called();
        } catch (IOException refused) {
            poller.called();
            throw Refusal.of("shutdown", refused);
        }
    }

    @Override
    public void close() {
        if (channel.isOpen()) {
            if (file != null) {
                file.release();
            }
            SelectorPoller.closeQuietly(channel);
        }
    }
}
