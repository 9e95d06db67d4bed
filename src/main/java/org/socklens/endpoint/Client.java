package org.socklens.endpoint;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socklens.endpoint.EventLoop.End;
import org.socklens.endpoint.habit.Pace;
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

    // The loop must come to its tasks however fast the peer reads.
    private static final int SENDS_A_ROUND = 64;
    private static final int CHUNKS_A_ROUND = 64;
    private static final int FAREWELL_MILLIS = 200;

    private final ClientSettings settings;
    private final Transcript transcript;
    private final Timers timers = new Timers();
    private final EventLoop loop;
    private final Talking talking;
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
        return talking.outbox.waiting();
    }

    /// Sends in the background, after what was given before. False when too much waits already: nothing is sent then.
    ///
    /// @param bytes are not copied and must not change
    public boolean send(byte[] bytes) {
        if (!talking.outbox.reserve(bytes.length, MAX_WAITING)) {
            return false;
        }
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

    /// Asks for other buffer sizes (`SO_SNDBUF`, `SO_RCVBUF`), in bytes; the kernel has its own mind.
    public void bufferSizes(int send, int receive) {
        loop.execute(() -> talking.bufferSizes(send, receive));
    }

    /// How fast bytes are given to the kernel from now on. Also before [#connect].
    public void pace(Pace pace) {
        loop.execute(() -> talking.outbox.pace(pace));
    }

    /// Sends a message every `millis` milliseconds, the first time at once, until [#stopRepeating] or the end. It is
    /// left out while something waits to be sent.
    public void repeat(byte[] message, int millis) {
        loop.execute(() -> talking.outbox.repeat(message, millis));
    }

    /// Repeats no more.
    public void stopRepeating() {
        loop.execute(talking.outbox::stopRepeating);
    }

    /// How often the message was repeated; null when none is.
    public @Nullable Repetition repetition() {
        return talking.outbox.repetition();
    }

    /// Sends a regular file, block by block: of messages each of 4,096 bytes, or as long as the pieces are.
    /// [#file] tells how far it is, and why it could not be read.
    public void sendFile(Path file) {
        loop.execute(() -> talking.outbox.sendFile(file));
    }

    /// Sends no more of the file; what the kernel has taken stays sent.
    public void cancelFile() {
        loop.execute(talking.outbox::cancelFile);
    }

    /// How far the latest file is; null before the first.
    public @Nullable FileProgress file() {
        return talking.outbox.progress();
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
        private final Outbox outbox = new Outbox(settings.type(), timers, this::send, this::tell);
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
            outbox.add(bytes);
            send();
        }

        void bufferSizes(int send, int receive) {
            Connection open = connection;
            if (open == null) {
                return;
            }
            try {
                open.bufferSizes(send, receive);
            } catch (SocketFailure refused) {
                tell(Kind.ERROR, String.valueOf(refused.getMessage()));
            }
        }

        void halfClose() {
            outputEnds = true;
            outbox.stopRepeating();
            send();
        }

        void sayFarewell() {
            if (!outbox.isEmpty()) {
                tell(Kind.ERROR, outbox.bytes() + " bytes were not sent: disconnected while they waited");
            }
            outbox.clear();
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
                for (int i = 0; i < SENDS_A_ROUND && outbox.isReady() && sendHead(open, talk); i++) {}
                if (outbox.isEmpty() && outputEnds && !outputEnded) {
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
            MemorySegment head = outbox.head();
            try {
                int moved = talk.send(head);
                if (moved == Connection.NO_ROOM) {
                    return false;
                }
                refusal = "";
                outbox.taken(moved);
            } catch (SocketFailure refused) {
                if (!refused.errno().equals(Errno.EMSGSIZE)) {
                    throw refused;
                }
                refusal = "%s. The message has %,d bytes; the send buffer takes one of at most %,d. Send less at once."
                        .formatted(refused.getMessage(), head.byteSize(), open.longestMessage());
                tell(Kind.ERROR, refusal);
                outbox.taken((int) head.byteSize());
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
                boolean passed = outbox.isEmpty()
                        && talk.pass(confined.allocateFrom(JAVA_BYTE, bytes), what) != Connection.NO_ROOM;
                refusal = passed ? "" : what.words() + " was not passed: bytes wait before it. Wait for the peer to read.";
            } catch (SocketFailure refused) {
                refusal = refused.getMessage() + ". " + what.words() + " was not passed; the connection goes on.";
                tell(Kind.ERROR, refusal);
            }
            publish();
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
            if (outputEnded || (open.peerClosed() && outbox.isEmpty())) {
                loop.stop();
            }
            adjust(open);
        }

        private void adjust(Connection open) {
            boolean sends = outbox.isReady();
            if (inputEnded) {
                open.interest(sends ? OpenSocket.Interest.SEND : OpenSocket.Interest.NOTHING);
            } else {
                open.interest(sends ? OpenSocket.Interest.BOTH : OpenSocket.Interest.RECEIVE);
            }
            publish();
        }

        private void fail(SocketFailure refused) {
            failure = refused;
            String unsent = outbox.bytes() == 0 ? "" : "; " + outbox.bytes() + " bytes were not sent";
            tell(Kind.RESET, refused.getMessage() + unsent);
            loop.stop();
        }

        private void publish() {
            Connection open = connection;
            if (open != null) {
                state = new ClientState.Connected(open.peer(), open.inode(), !outputEnds, !inputEnded, refusal);
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
            outbox.close();
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
