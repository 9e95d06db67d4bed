package org.socklens.endpoint;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.socklens.endpoint.EventLoop.End;
import org.socklens.posix.Errno;
import org.socklens.socket.Address;
import org.socklens.socket.Binding;
import org.socklens.socket.Connection;
import org.socklens.socket.OpenSocket;
import org.socklens.socket.Passable;
import org.socklens.socket.Poller;
import org.socklens.socket.SocketFailure;
import org.socklens.socket.SocketType;
import org.socklens.traffic.Kind;
import org.socklens.traffic.Transcript;

/// What a client does in its loop: connects, sends what its outbox offers, receives, and says farewell.
final class Talking implements EventLoop.Body, OpenSocket.Ready {
    // The loop must come to its tasks however fast the peer reads.
    private static final int SENDS_A_ROUND = 64;
    private static final int CHUNKS_A_ROUND = 64;
    private static final int FAREWELL_MILLIS = 200;

    private final ClientSettings settings;
    private final Transcript transcript;
    private final Descriptors descriptors;
    private final IntSupplier readSize;
    private final Consumer<ClientState> state;
    private final Runnable stop;
    private final Outbox outbox;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment buffer = arena.allocate(ServerSettings.MAX_READ_SIZE);
    private @Nullable Poller poller;
    private @Nullable Connection connection;
    private @Nullable Conversation conversation;
    private String refusal = "";
    private @Nullable SocketFailure failure;
    private boolean outputEnds;
    private boolean outputEnded;
    private boolean inputEnded;
    private long farewellEnds = Long.MAX_VALUE;

    /// @param state is told how the client is
    /// @param stop ends the loop
    Talking(
            ClientSettings settings,
            Transcript transcript,
            Timers timers,
            Descriptors descriptors,
            IntSupplier readSize,
            Consumer<ClientState> state,
            Runnable stop) {
        this.settings = settings;
        this.transcript = transcript;
        this.descriptors = descriptors;
        this.readSize = readSize;
        this.state = state;
        this.stop = stop;
        outbox = new Outbox(settings.type(), timers, this::send, this::tell);
    }

    /// What the client has to send. For the loop's thread, but for what it says is for any.
    Outbox outbox() {
        return outbox;
    }

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
            stop.run();
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
            stop.run();
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
                int size = readSize.getAsInt();
                switch (talk.receive(buffer, size)) {
                    case DATA -> {
                        if (!talk.isOfMessages() && open.received() < size) {
                            // It took all there was, or the poller tells.
                            return;
                        }
                    }
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
            stop.run();
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
        stop.run();
    }

    private void publish() {
        Connection open = connection;
        if (open != null) {
            state.accept(new ClientState.Connected(
                    open.peer(), open.inode(), !outputEnds, !inputEnded, refusal));
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
        state.accept(new ClientState.Closed(failure, everConnected));
    }

    private void tell(Kind kind, String text) {
        Poller running = poller;
        if (running != null) {
            transcript.event(kind, 1, running.lastNanos(), running.lastCall(), text);
        }
    }
}
