package org.socklens.endpoint;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.socklens.endpoint.EventLoop.End;
import org.socklens.posix.Errno;
import org.socklens.socket.Address;
import org.socklens.socket.Binding;
import org.socklens.socket.Connection;
import org.socklens.socket.OpenSocket;
import org.socklens.socket.Passable;
import org.socklens.socket.Poller;
import org.socklens.socket.SocketDoor;
import org.socklens.socket.SocketFailure;
import org.socklens.socket.SocketType;
import org.socklens.traffic.Kind;
import org.socklens.traffic.Transcript;

/// Connects, sends what it is given and tells every chunk that comes.
///
/// A client connects once. Methods are for any thread and do not wait, but for [#close].
public final class Client implements DescriptorHolder, AutoCloseable {
    /// How many bytes may wait to be sent before [#send] refuses more.
    public static final long MAX_WAITING = 512L << 20;

    private static final int CHUNKS_A_ROUND = 64;
    private static final int FAREWELL_MILLIS = 200;

    private final ClientSettings settings;
    private final Transcript transcript;
    private final Timers timers = new Timers();
    private final EventLoop loop;
    private final Talking talking;
    private final AtomicLong waiting = new AtomicLong();
    private final Descriptors descriptors = new Descriptors();
    private volatile int readSize;
    private volatile ClientState state = new ClientState.Connecting();

    /// A client that tells what it moves to `transcript`.
    public Client(SocketDoor door, ClientSettings settings, Transcript transcript) {
        this.settings = settings;
        this.transcript = transcript;
        readSize = settings.readSize();
        talking = new Talking();
        loop = new EventLoop(door, "client", timers, talking);
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

    /// Sends in the background with a descriptor beside the bytes, which is opened for it and closed here afterwards.
    /// Refused while other bytes wait to be sent: [ClientState.Connected#refusal] says so.
    ///
    /// @param bytes at least one on a stream; not copied
    public void pass(byte[] bytes, Passable what) {
        loop.execute(() -> talking.pass(bytes, what));
    }

    @Override
    public List<HeldDescriptor> descriptors() {
        return descriptors.list();
    }

    @Override
    public void readDescriptor(int number) {
        loop.execute(() -> descriptors.read(number));
    }

    @Override
    public void closeDescriptor(int number) {
        loop.execute(() -> descriptors.close(number));
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
    private final class Talking implements EventLoop.Body, OpenSocket.Ready {
        private final Arena arena = Arena.ofShared();
        private final MemorySegment buffer = arena.allocate(ServerSettings.MAX_READ_SIZE);
        private final SendQueue queue = SendQueue.of(settings.type());
        private @Nullable Poller poller;
        private @Nullable Connection connection;
        private @Nullable Conversation conversation;
        private String refusal = "";
        private @Nullable SocketFailure failure;
        private boolean outputEnds;
        private boolean outputEnded;
        private boolean inputEnded;
        private long farewellEnds = Long.MAX_VALUE;

        @Override
        public void open(Poller opened) throws SocketFailure {
            poller = opened;
            Connection made = connect(opened);
            connection = made;
            conversation = new Conversation(1, made, opened, transcript, descriptors);
            tell(Kind.CONNECTED, connectedText(made));
            if (settings.senders() == Senders.ASKED) {
                made.askForCredentials();
            }
            made.register(this);
            publish();
        }

        private Connection connect(Poller opened) throws SocketFailure {
            return settings.own() instanceof Address.Unnamed
                    ? opened.connect(settings.type(), settings.address())
                    : opened.connect(Binding.of(settings.type(), settings.own()), settings.address());
        }

        private String connectedText(Connection made) {
            if (settings.type() != SocketType.DGRAM) {
                return "connected to " + made.peer().text();
            }
            return made.address() instanceof Address.Unnamed
                    ? "sends to " + settings.address() + " without a name: no answer can come"
                    : "sends to " + settings.address() + ", answers come to " + made.address();
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
            if (!queue.isEmpty()) {
                tell(Kind.ERROR, queue.bytes() + " bytes were not sent: disconnected while they waited");
                waiting.addAndGet(-queue.clear());
            }
            farewellEnds = System.nanoTime() + FAREWELL_MILLIS * 1_000_000L;
            if (inputEnded) {
                loop.stop();
            } else if (settings.type() != SocketType.DGRAM) {
                halfClose();
            }
        }

        @Override
        public void send() {
            Connection open = connection;
            Conversation talk = conversation;
            if (open == null || talk == null) {
                return;
            }
            try {
                while (!queue.isEmpty() && sendHead(open, talk)) {}
                if (queue.isEmpty() && outputEnds && !outputEnded) {
                    outputEnded = true;
                    open.shutdownOutput();
                    tell(Kind.HALF_CLOSED, "half-closed after " + talk.sent() + " bytes");
                }
                adjust(open);
            } catch (SocketFailure refused) {
                fail(refused);
            }
        }

        /// Whether the kernel may take more.
        private boolean sendHead(Connection open, Conversation talk) throws SocketFailure {
            MemorySegment head = queue.head();
            try {
                int moved = talk.send(head);
                if (moved == Connection.NO_ROOM) {
                    return false;
                }
                refusal = "";
                taken(moved);
            } catch (SocketFailure refused) {
                if (!refused.errno().equals(Errno.EMSGSIZE)) {
                    throw refused;
                }
                refusal = "%s. The message has %,d bytes; the send buffer takes one of at most %,d. Send less at once."
                        .formatted(refused.getMessage(), head.byteSize(), open.longestMessage());
                tell(Kind.ERROR, refusal);
                taken((int) head.byteSize());
            }
            return true;
        }

        void pass(byte[] bytes, Passable what) {
            Connection open = connection;
            Conversation talk = conversation;
            if (open == null || talk == null) {
                return;
            }
            try (Arena confined = Arena.ofConfined()) {
                boolean passed = queue.isEmpty()
                        && talk.pass(confined.allocateFrom(JAVA_BYTE, bytes), what) != Connection.NO_ROOM;
                refusal = passed ? "" : what.words() + " was not passed: bytes wait before it. Wait for the peer to read.";
            } catch (SocketFailure refused) {
                refusal = refused.getMessage() + ". " + what.words() + " was not passed; the connection goes on.";
                tell(Kind.ERROR, refusal);
            }
            publish();
        }

        private void taken(int count) {
            queue.taken(count);
            waiting.addAndGet(-count);
        }

        @Override
        public void receive() {
            Connection open = connection;
            Conversation talk = conversation;
            if (open == null || talk == null) {
                return;
            }
            try {
                for (int i = 0; i < CHUNKS_A_ROUND; i++) {
                    switch (talk.receive(buffer, readSize)) {
                        case DATA -> {}
                        case NOTHING_YET -> {
                            return;
                        }
                        case END_OF_STREAM -> {
                            endOfStream(open, talk);
                            return;
                        }
                    }
                }
            } catch (SocketFailure refused) {
                fail(refused);
            }
        }

        private void endOfStream(Connection open, Conversation talk) {
            if (!inputEnded) {
                inputEnded = true;
                tell(Kind.END_OF_STREAM, "end of stream after " + talk.received() + " bytes");
            }
            if (outputEnded || (open.peerClosed() && queue.isEmpty())) {
                loop.stop();
            }
            adjust(open);
        }

        private void adjust(Connection open) {
            boolean sends = !queue.isEmpty();
            if (inputEnded) {
                open.interest(sends ? OpenSocket.Interest.SEND : OpenSocket.Interest.NOTHING);
            } else {
                open.interest(sends ? OpenSocket.Interest.BOTH : OpenSocket.Interest.RECEIVE);
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
                state = new ClientState.Connected(open.peer(), !outputEnds, !inputEnded, refusal);
            }
        }

        @Override
        public void close(End end) {
            boolean everConnected = connection != null;
            if (connection != null) {
                connection.close();
                descriptors.forget(connection);
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

        private void tell(Kind kind, String text) {
            Poller running = poller;
            if (running != null) {
                transcript.event(kind, 1, running.lastNanos(), running.lastCall(), text);
            }
        }
    }
}
