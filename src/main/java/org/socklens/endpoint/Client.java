package org.socklens.endpoint;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.socklens.endpoint.EventLoop.End;
import org.socklens.socket.Connection;
import org.socklens.socket.Poller;
import org.socklens.socket.SocketDoor;
import org.socklens.socket.SocketFailure;
import org.socklens.traffic.Kind;
import org.socklens.traffic.StreamPosition;
import org.socklens.traffic.Transcript;

/// Connects, sends what it is given and tells every chunk that comes.
///
/// A client connects once. Methods are for any thread and do not wait, but for [#close].
public final class Client implements AutoCloseable {
    /// How many bytes may wait to be sent before [#send] refuses more.
    public static final long MAX_WAITING = 512L << 20;

    private static final int CHUNKS_A_ROUND = 64;
    private static final int FAREWELL_MILLIS = 200;

    private final ClientSettings settings;
    private final Transcript transcript;
    private final EventLoop loop;
    private final Talking talking = new Talking();
    private final AtomicLong waiting = new AtomicLong();
    private volatile int readSize;
    private volatile ClientState state = new ClientState.Connecting();

    /// A client that tells what it moves to `transcript`.
    public Client(SocketDoor door, ClientSettings settings, Transcript transcript) {
        this.settings = settings;
        this.transcript = transcript;
        readSize = settings.readSize();
        loop = new EventLoop(door, "client", talking);
    }

    /// Connects in the background; [#state] tells how it went.
    public void connect() {
        loop.start();
    }

    /// How the client is now.
    public ClientState state() {
        return state;
    }

    /// Bytes that were given to [#send] and not yet taken by the kernel.
    public long waiting() {
        return waiting.get();
    }

    /// Sends in the background, after what was given before. False when too much waits already: nothing is sent then.
    ///
    /// @param bytes are not copied and must not change
    public boolean send(byte[] bytes) {
        if (waiting.get() > 0 && waiting.get() + bytes.length > MAX_WAITING) {
            return false;
        }
        waiting.addAndGet(bytes.length);
        loop.execute(() -> talking.send(bytes));
        return true;
    }

    /// After what waits is sent, the peer sees end of stream; receiving goes on.
    public void halfClose() {
        loop.execute(talking::halfClose);
    }

    /// The most bytes that one receive takes from now on.
    public void readSize(int bytes) {
        readSize = ServerSettings.requireReadSize(bytes);
    }

    /// Ends in order and in the background: half-closes, takes what still comes for a moment, closes. What waits to be
    /// sent is given up, and the transcript says so.
    public void disconnect() {
        loop.execute(talking::sayFarewell);
    }

    /// Closes at once and waits until it is done. Twice is fine; only after [#connect].
    @Override
    public void close() {
        loop.stop();
        try {
            loop.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// What the loop's thread does.
    private final class Talking implements EventLoop.Body, Connection.Ready {
        private final Arena arena = Arena.ofShared();
        private final MemorySegment buffer = arena.allocate(ServerSettings.MAX_READ_SIZE);
        private final StreamPosition in = new StreamPosition();
        private final StreamPosition out = new StreamPosition();
        private final SendQueue queue = new SendQueue();
        private @Nullable Poller poller;
        private @Nullable Connection connection;
        private @Nullable SocketFailure failure;
        private boolean outputEnds;
        private boolean outputEnded;
        private boolean inputEnded;
        private long farewellEnds = Long.MAX_VALUE;

        @Override
        public void open(Poller opened) throws SocketFailure {
            poller = opened;
            Connection made = opened.connect(settings.type(), settings.address());
            connection = made;
            tell(Kind.CONNECTED, "connected to " + made.peer().text());
            made.register(this);
            publish();
        }

        @Override
        public int afterRound() {
            if (farewellEnds == Long.MAX_VALUE) {
                return -1;
            }
            long left = farewellEnds - System.nanoTime();
            if (left <= 0) {
                loop.stop();
            }
            return (int) Math.max(0, left / 1_000_000 + 1);
        }

        void send(byte[] bytes) {
            queue.add(bytes);
            send();
        }

        void halfClose() {
            outputEnds = true;
            send();
        }

        void sayFarewell() {
            if (queue.bytes() > 0) {
                tell(Kind.ERROR, queue.bytes() + " bytes were not sent: disconnected while they waited");
                waiting.addAndGet(-queue.clear());
            }
            farewellEnds = System.nanoTime() + FAREWELL_MILLIS * 1_000_000L;
            if (inputEnded) {
                loop.stop();
            } else {
                halfClose();
            }
        }

        @Override
        public void send() {
            Connection open = connection;
            if (open == null) {
                return;
            }
            try {
                while (queue.bytes() > 0) {
                    int moved = open.send(queue.head(), queue.headLength());
                    if (moved == 0) {
                        break;
                    }
                    chunk(Kind.SENT, out, queue.head(), moved);
                    queue.taken(moved);
                    waiting.addAndGet(-moved);
                }
                if (queue.bytes() == 0 && outputEnds && !outputEnded) {
                    outputEnded = true;
                    open.shutdownOutput();
                    tell(Kind.HALF_CLOSED, "half-closed after " + out.offset() + " bytes");
                }
                adjust(open);
            } catch (SocketFailure refused) {
                fail(refused);
            }
        }

        @Override
        public void receive() {
            Connection open = connection;
            if (open == null) {
                return;
            }
            try {
                for (int i = 0; i < CHUNKS_A_ROUND; i++) {
                    switch (open.receive(buffer, readSize)) {
                        case DATA -> chunk(Kind.RECEIVED, in, buffer, open.received());
                        case NOTHING_YET -> {
                            return;
                        }
                        case END_OF_STREAM -> {
                            endOfStream(open);
                            return;
                        }
                    }
                }
            } catch (SocketFailure refused) {
                fail(refused);
            }
        }

        private void endOfStream(Connection open) {
            if (!inputEnded) {
                inputEnded = true;
                tell(Kind.END_OF_STREAM, "end of stream after " + in.offset() + " bytes");
            }
            if (outputEnded || (open.peerClosed() && queue.bytes() == 0)) {
                loop.stop();
            }
            adjust(open);
        }

        private void adjust(Connection open) {
            boolean sends = queue.bytes() > 0;
            if (inputEnded) {
                open.interest(sends ? Connection.Interest.SEND : Connection.Interest.NOTHING);
            } else {
                open.interest(sends ? Connection.Interest.BOTH : Connection.Interest.RECEIVE);
            }
            publish();
        }

        private void fail(SocketFailure refused) {
            failure = refused;
            String unsent = queue.bytes() == 0 ? "" : "; " + queue.bytes() + " bytes were not sent";
            tell(Kind.RESET, refused.getMessage() + unsent);
            loop.stop();
        }

        private void publish() {
            Connection open = connection;
            if (open != null) {
                state = new ClientState.Connected(open.peer(), !outputEnds, !inputEnded);
            }
        }

        @Override
        public void close(End end) {
            boolean everConnected = connection != null;
            if (connection != null) {
                connection.close();
                tell(Kind.CLOSED, "closed");
            }
            if (end instanceof End.Refused(SocketFailure refused)) {
                failure = refused;
                if (poller != null) {
                    transcript.event(
                            Kind.ERROR, 0, poller.lastNanos(), refused.callNumber(), String.valueOf(refused.getMessage()));
                }
            }
            waiting.addAndGet(-queue.clear());
            queue.close();
            arena.close();
            state = new ClientState.Closed(failure, everConnected);
        }

        private void chunk(Kind kind, StreamPosition position, MemorySegment bytes, int length) {
            Poller running = poller;
            if (running != null) {
                transcript.chunk(kind, 1, position, running.lastNanos(), running.lastCall(), bytes, length);
            }
        }

        private void tell(Kind kind, String text) {
            Poller running = poller;
            if (running != null) {
                transcript.event(kind, 1, running.lastNanos(), running.lastCall(), text);
            }
        }
    }
}
