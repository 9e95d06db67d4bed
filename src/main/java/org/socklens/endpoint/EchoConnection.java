package org.socklens.endpoint;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.socklens.endpoint.ClientInfo.State;
import org.socklens.socket.Connection;
import org.socklens.socket.OpenSocket;
import org.socklens.socket.Poller;
import org.socklens.socket.SocketFailure;
import org.socklens.traffic.Kind;
import org.socklens.traffic.Transcript;

/// One client of an echo server. It receives no more while bytes wait to be sent back, so that a client that never
/// reads is held up by the kernel and costs no memory here.
///
/// For the loop's thread, but for [#info].
final class EchoConnection implements OpenSocket.Ready {
    private static final int CHUNKS_A_ROUND = 64;

    private final int number;
    private final Connection connection;
    private final MemorySegment buffer;
    private final IntSupplier readSize;
    private final Consumer<EchoConnection> changed;
    private final Conversation conversation;
    private final Descriptors descriptors;
    private @Nullable Arena restArena;
    private @Nullable MemorySegment rest;
    private volatile State state = State.ACCEPTED;
    private volatile long received;
    private volatile long sent;

    /// @param buffer what all connections of the loop receive into
    /// @param changed is told after each change that [#info] shows
    EchoConnection(
            int number,
            Connection connection,
            Poller poller,
            Transcript transcript,
            Descriptors descriptors,
            MemorySegment buffer,
            IntSupplier readSize,
            Consumer<EchoConnection> changed) {
        this.number = number;
        this.connection = connection;
        conversation = new Conversation(number, connection, poller, transcript, descriptors);
        this.descriptors = descriptors;
        this.buffer = buffer;
        this.readSize = readSize;
        this.changed = changed;
    }

    int number() {
        return number;
    }

    /// How this client is now. Any thread.
    ClientInfo info() {
        return new ClientInfo(number, connection.peer(), null, state, received, sent);
    }

    boolean ended() {
        return state == State.CLOSED || state == State.RESET;
    }

    void open() throws SocketFailure {
        tell(Kind.ACCEPTED, "accepted, " + connection.peer().text());
        connection.register(this);
    }

    @Override
    public void receive() {
        try {
            for (int i = 0; i < CHUNKS_A_ROUND && rest == null; i++) {
                if (!receiveOne()) {
                    return;
                }
            }
            changed.accept(this);
        } catch (SocketFailure failure) {
            fail(failure);
        }
    }

    /// Whether there may be more to receive at once.
    private boolean receiveOne() throws SocketFailure {
        return switch (conversation.receive(buffer, readSize.getAsInt())) {
            case DATA -> {
                received = conversation.received();
                sendBack(buffer.asSlice(0, connection.received()));
                yield true;
            }
            case NOTHING_YET -> {
                changed.accept(this);
                yield false;
            }
            case END_OF_STREAM -> {
                endOfStream();
                yield false;
            }
        };
    }

    @Override
    public void send() {
        MemorySegment waiting = rest;
        if (waiting == null) {
            return;
        }
        try {
            MemorySegment left = push(waiting);
            if (left != null) {
                rest = left;
                return;
            }
            dropRest();
            connection.interest(OpenSocket.Interest.RECEIVE);
            changed.accept(this);
        } catch (SocketFailure failure) {
            fail(failure);
        }
    }

    private void sendBack(MemorySegment chunk) throws SocketFailure {
        MemorySegment left = push(chunk);
        if (left != null) {
            restArena = Arena.ofShared();
            rest = restArena.allocate(left.byteSize()).copyFrom(left);
            connection.interest(OpenSocket.Interest.SEND);
        }
    }

    /// Sends until the kernel has no room; returns what is left, or null when everything went. An empty message is sent
    /// too.
    private @Nullable MemorySegment push(MemorySegment bytes) throws SocketFailure {
        MemorySegment left = bytes;
        do {
            int moved = conversation.send(left);
            if (moved == Connection.NO_ROOM) {
                return left;
            }
            sent = conversation.sent();
            left = left.asSlice(moved);
        } while (left.byteSize() > 0);
        return null;
    }

    /// Everything received before has been sent back: bytes that wait stop the receiving.
    private void endOfStream() {
        tell(Kind.END_OF_STREAM, "end of stream after " + conversation.received() + " bytes");
        end(State.CLOSED);
    }

    private void fail(SocketFailure failure) {
        tell(Kind.RESET, failure.getMessage() + unsent());
        end(State.RESET);
    }

    private String unsent() {
        return rest == null ? "" : "; " + rest.byteSize() + " bytes were not sent back";
    }

    private void end(State last) {
        state = last;
        closeConnection();
        dropRest();
        changed.accept(this);
    }

    /// Closes because the server stops.
    void close() {
        if (!ended()) {
            state = State.CLOSED;
            closeConnection();
            tell(Kind.CLOSED, "closed by the server" + unsent());
            dropRest();
        }
    }

    private void closeConnection() {
        connection.close();
        descriptors.forget(connection);
    }

    private void dropRest() {
        rest = null;
        if (restArena != null) {
            restArena.close();
            restArena = null;
        }
    }

    private void tell(Kind kind, String text) {
        conversation.tell(kind, text);
    }
}
