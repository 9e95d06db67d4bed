package org.socklens.socket.portable;

import java.io.Closeable;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.socklens.posix.Errno;
import org.socklens.socket.Address;
import org.socklens.socket.Binding;
import org.socklens.socket.Connection;
import org.socklens.socket.DatagramSocket;
import org.socklens.socket.FileMode;
import org.socklens.socket.Listener;
import org.socklens.socket.Pairs;
import org.socklens.socket.Poller;
import org.socklens.socket.SocketFailure;
import org.socklens.socket.SocketType;

/// Readiness through one selector.
final class SelectorPoller implements Poller {
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final Selector selector;
    private long lastNanos;

    SelectorPoller() throws SocketFailure {
        try {
            selector = Selector.open();
        } catch (IOException refused) {
            throw Refusal.of("open", refused);
        }
        called();
    }

    @Override
    public Listener listen(Binding binding, int backlog, Runnable ready) throws SocketFailure {
        Path path = checked(binding);
        ServerSocketChannel channel = opened("socket", ServerSocketChannel::open);
        try {
            channel.configureBlocking(false);
            channel.bind(PathName.address(path), backlog);
        } catch (IOException refused) {
            called();
            closeQuietly(channel);
            throw Refusal.ofBind(refused, path);
        }
        called();
        SelectorListener listener = new SelectorListener(this, channel, binding.address(), BoundFile.of(path));
        listener.register(ready);
        return listener;
    }

    @Override
    public Connection connect(SocketType type, Address address) throws SocketFailure {
        return connect(type, null, address);
    }

    @Override
    public Connection connect(Binding own, Address address) throws SocketFailure {
        return connect(own.type(), own, address);
    }

    private Connection connect(SocketType type, @Nullable Binding own, Address address) throws SocketFailure {
        requireStream(type);
        Path path = PathName.of("connect", address);
        SocketChannel channel = opened("socket", SocketChannel::open);
        BoundFile name = own == null ? null : bind(channel, own);
        try {
            channel.configureBlocking(false);
            if (!channel.connect(PathName.address(path))) {
                // Only a full backlog makes a local connect wait.
                throw new IOException(Errno.EAGAIN.text());
            }
        } catch (IOException refused) {
            called();
            release(name);
            closeQuietly(channel);
            throw Refusal.ofConnect(refused, path);
        }
        called();
        return new SelectorConnection(this, channel, own == null ? new Address.Unnamed() : own.address(), name);
    }

    private BoundFile bind(SocketChannel channel, Binding own) throws SocketFailure {
        try {
            Path path = checked(own);
            try {
                channel.bind(PathName.address(path));
                return BoundFile.of(path);
            } catch (IOException refused) {
                throw Refusal.ofBind(refused, path);
            }
        } catch (SocketFailure failure) {
            closeQuietly(channel);
            throw failure;
        }
    }

    @Override
    public DatagramSocket bind(Binding binding) throws SocketFailure {
        throw Refusal.unsupported("socket");
    }

    /// The path of what can be bound here: a mode cannot be had from the first moment on, so it is refused.
    private static Path checked(Binding binding) throws SocketFailure {
        requireStream(binding.type());
        if (binding.mode() instanceof FileMode.Exactly) {
            throw Refusal.unsupported("chmod");
        }
        return PathName.of("bind", binding.address());
    }

    private static void requireStream(SocketType type) throws SocketFailure {
        if (type != SocketType.STREAM) {
            throw new SocketFailure("socket", Errno.ESOCKTNOSUPPORT, 0);
        }
    }

    @Override
    public Pairs pairs() {
        return new NoPairs();
    }

    @Override
    public void poll(int milliseconds) throws SocketFailure {
        try {
            if (milliseconds == 0) {
                selector.selectNow();
            } else {
                selector.select(Math.max(milliseconds, 0));
            }
        } catch (IOException refused) {
            throw Refusal.of("poll", refused);
        }
        called();
        List<SelectionKey> ready = List.copyOf(selector.selectedKeys());
        selector.selectedKeys().clear();
        for (SelectionKey key : ready) {
            // A handler may have closed a later socket of this round.
            if (key.isValid()) {
                ((IntConsumer) key.attachment()).accept(key.readyOps());
            }
        }
        flushClosed();
    }

    /// A closed channel lives on until the selector has let it go.
    private void flushClosed() throws SocketFailure {
        try {
            selector.selectNow();
        } catch (IOException refused) {
            throw Refusal.of("poll", refused);
        }
    }

    @Override
    public void wakeUp() {
        selector.wakeup();
    }

    @Override
    public long lastNanos() {
        return lastNanos;
    }

    @Override
    public long lastCall() {
        return 0;
    }

    @Override
    public void close() {
        closeQuietly(selector);
    }

    /// A call on a socket has just returned.
    void called() {
        Instant now = Instant.now();
        lastNanos = now.getEpochSecond() * NANOS_PER_SECOND + now.getNano();
    }

    /// From now on `ready` is told the ready operations of `channel`.
    void register(SelectableChannel channel, int operations, IntConsumer ready) throws SocketFailure {
        try {
            channel.register(selector, operations, ready);
        } catch (ClosedChannelException closed) {
            throw Refusal.of("register", closed);
        }
    }

    /// Changes which operations are told.
    void change(SelectableChannel channel, int operations) {
        SelectionKey key = channel.keyFor(selector);
        if (key != null) {
            try {
                key.interestOps(operations);
            } catch (CancelledKeyException cancelled) {
                throw new IllegalStateException("interest in a closed socket", cancelled);
            }
        }
    }

    /// Nothing is told any more.
    void forget(SelectableChannel channel) {
        SelectionKey key = channel.keyFor(selector);
        if (key != null) {
            key.cancel();
        }
    }

    private interface Opener<C> {
        C open(StandardProtocolFamily family) throws IOException;
    }

    private <C> C opened(String call, Opener<C> opener) throws SocketFailure {
        try {
            return opener.open(StandardProtocolFamily.UNIX);
        } catch (IOException refused) {
            throw Refusal.of(call, refused);
        } finally {
            called();
        }
    }

    private static void release(@Nullable BoundFile name) {
        if (name != null) {
            name.release();
        }
    }

    /// Closing is the end either way: there is nobody to tell, and nothing to be done about it.
    static void closeQuietly(Closeable open) {
        try {
            open.close();
        } catch (IOException _) {
            // as said above
        }
    }
}
