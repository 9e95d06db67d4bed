package org.socklens.socket.portable;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;
import org.socklens.socket.Address;
import org.socklens.socket.Connection;
import org.socklens.socket.Listener;
import org.socklens.socket.SocketFailure;

/// A listening channel and the socket file that it made.
final class SelectorListener implements Listener {
    private static final int NOT_TOLD = -1;

    private final SelectorPoller poller;
    private final ServerSocketChannel channel;
    private final Address address;
    private final BoundFile file;

    SelectorListener(SelectorPoller poller, ServerSocketChannel channel, Address address, BoundFile file) {
        this.poller = poller;
        this.channel = channel;
        this.address = address;
        this.file = file;
    }

    void register(Runnable ready) throws SocketFailure {
        poller.register(channel, SelectionKey.OP_ACCEPT, _ -> ready.run());
    }

    @Override
    public Address address() {
        return address;
    }

    @Override
    public @Nullable Connection accept() throws SocketFailure {
        try {
            SocketChannel accepted = channel.accept();
            poller.called();
            if (accepted == null) {
                return null;
            }
            accepted.configureBlocking(false);
            return new SelectorConnection(poller, accepted, address, null);
        } catch (IOException refused) {
            poller.called();
            throw Refusal.of("accept", refused);
        }
    }

    @Override
    public int waiting() {
        return NOT_TOLD;
    }

    @Override
    public void watch(boolean watched) {
        poller.change(channel, watched ? SelectionKey.OP_ACCEPT : 0);
    }

    @Override
    public void close() {
        if (channel.isOpen()) {
            // The file goes first: while the socket is open its inode cannot be given to another file.
            file.release();
            SelectorPoller.closeQuietly(channel);
        }
    }
}
