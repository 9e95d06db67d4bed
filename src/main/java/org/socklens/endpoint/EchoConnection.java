package org.socklens.endpoint;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.socklens.endpoint.ClientInfo.State;
import org.socklens.endpoint.habit.Habit;
import org.socklens.endpoint.habit.Step;
import org.socklens.endpoint.habit.Step.Afterwards;
import org.socklens.endpoint.habit.Step.Answer;
import org.socklens.socket.Connection;
import org.socklens.socket.OpenSocket;
import org.socklens.socket.Poller;
import org.socklens.socket.SocketFailure;
import org.socklens.traffic.Kind;
import org.socklens.traffic.Transcript;

/// One client of a server, treated by the server's habit. It receives no more while bytes wait to be sent back, so that
/// a client that never reads is held up by the kernel and costs no memory here.
///
/// For the loop's thread, but for [#info].
final class EchoConnection implements OpenSocket.Ready {
    /// What the server tells its connections, and they tell it.
    interface Host {
        /// How clients are treated now.
        Habit habit();

        /// The most bytes of one receive now.
        int readSize();

        /// Something that [#info] shows has changed.
        void changed(EchoConnection connection);
    }

    private static final int CHUNKS_A_ROUND = 64;

    private final int number;
    private final Connection connection;
    private final Conversation conversation;
    private final Descriptors descriptors;
    private final MemorySegment buffer;
    private final Timers timers;
    private final Host host;
    private final Reply reply = new Reply();
    private Afterwards afterwards = new Afterwards.GoOn();
    private Timers.@Nullable Timer pause;
    private volatile State state = State.ACCEPTED;
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();

    /// @param buffer what all connections of the loop receive into
    EchoConnection(
            int number,
            Connection connection,
            Poller poller,
            Transcript transcript,
            Descriptors descriptors,
            MemorySegment buffer,
            Timers timers,
            Host host) {
        this.number = number;
        this.connection = connection;
        conversation = new Conversation(number, connection, poller, transcript, descriptors);
        this.descriptors = descriptors;
        this.buffer = buffer;
        this.timers = timers;
        this.host = host;
    }

    int number() {
        return number;
    }

    /// How this client is now. Any thread.
    ClientInfo info() {
        return new ClientInfo(number, connection.peer(), null, connection.inode(), state, received.getAcquire(), sent.getAcquire());
    }

    boolean ended() {
        return state == State.CLOSED || state == State.RESET;
    }

    void open() throws SocketFailure {
        tell(Kind.ACCEPTED, "accepted, " + connection.peer().text());
        connection.register(this);
    }

    /// Asks for other buffer sizes, in bytes.
    void bufferSizes(int send, int receive) {
        try {
            connection.bufferSizes(send, receive);
        } catch (SocketFailure refused) {
            tell(Kind.ERROR, String.valueOf(refused.getMessage()));
        }
    }

    /// The server took up another habit: a pause of the old one ends now.
    void habitChanged() {
        if (pause != null) {
            endPause();
            send();
        }
        if (!ended()) {
            receive();
        }
    }

    @Override
    public void receive() {
        if (pause != null || reply.isWaiting()) {
            return;
        }
        try {
            for (int i = 0; i < CHUNKS_A_ROUND && takeStep(); i++) {}
            host.changed(this);
        } catch (SocketFailure failure) {
            fail(failure);
        }
    }

    /// Whether the next step may follow at once.
    private boolean takeStep() throws SocketFailure {
        return switch (Step.next(host.habit(), connection.type(), host.readSize(), conversation.received())) {
            case Step.Receive step -> receive(step);
            case Step.Leave _ -> {
                connection.interest(OpenSocket.Interest.UNWATCHED);
                yield false;
            }
            case Step.Close _ -> closeByHabit("");
            case Step.CloseUnread _ -> closeUnread();
        };
    }

    private boolean receive(Step.Receive step) throws SocketFailure {
        return switch (conversation.receive(buffer, step.most())) {
            case DATA -> {
                received.setRelease(conversation.received());
                // A receive of a stream that was not filled took nearly always all there was; the poller tells when not.
                boolean drained = !conversation.isOfMessages() && connection.received() < step.most();
                boolean mayGoOn = answer(buffer.asSlice(0, connection.received()), step);
                if (mayGoOn && drained && step.afterwards() instanceof Afterwards.GoOn) {
                    connection.interest(OpenSocket.Interest.RECEIVE);
                    yield false;
                }
                yield mayGoOn;
            }
            case NOTHING_YET -> {
                connection.interest(OpenSocket.Interest.RECEIVE);
                yield false;
            }
            case END_OF_STREAM -> {
                tell(Kind.END_OF_STREAM, "end of stream after " + conversation.received() + " bytes");
                end(State.CLOSED);
                yield false;
            }
        };
    }

    private boolean answer(MemorySegment chunk, Step.Receive step) throws SocketFailure {
        afterwards = step.afterwards();
        return switch (state == State.HALF_CLOSED ? new Answer.Never() : step.answer()) {
            case Answer.Now _ -> sendBack(chunk);
            case Answer.After(int millis) -> {
                reply.keep(chunk);
                pause(millis);
                yield false;
            }
            case Answer.Never _ -> follow();
        };
    }

    private boolean sendBack(MemorySegment chunk) throws SocketFailure {
        @Nullable MemorySegment left = chunk;
        int moved = conversation.sendBack(chunk);
        if (moved != Connection.NO_ROOM) {
            sent.setRelease(conversation.sent());
            left = moved == chunk.byteSize() ? null : push(chunk.asSlice(moved));
        }
        if (left != null) {
            reply.keep(left);
            connection.interest(OpenSocket.Interest.SEND);
            return false;
        }
        return follow();
    }

    /// What the step wants when its answer is sent; whether the next step may follow at once.
    private boolean follow() throws SocketFailure {
        return switch (afterwards) {
            case Afterwards.GoOn _ -> true;
            case Afterwards.Pause(int millis) -> {
                afterwards = new Afterwards.GoOn();
                pause(millis);
                yield false;
            }
            case Afterwards.HalfClose _ -> {
                halfClose();
                yield true;
            }
            case Afterwards.CloseOnceReceived(int bytes) -> conversation.received() < bytes || closeByHabit("");
        };
    }

    private void halfClose() throws SocketFailure {
        if (state != State.HALF_CLOSED) {
            connection.shutdownOutput();
            state = State.HALF_CLOSED;
            tell(Kind.HALF_CLOSED, "half-closed after " + conversation.sent() + " bytes");
        }
    }

    private void pause(int millis) {
        connection.interest(OpenSocket.Interest.UNWATCHED);
        pause = timers.after(millis, () -> {
            pause = null;
            send();
        });
    }

    private void endPause() {
        if (pause != null) {
            pause.cancel();
            pause = null;
        }
    }

    /// Sends what waits to be sent back, if anything, and listens to the client again when nothing is left.
    @Override
    public void send() {
        try {
            MemorySegment waiting = reply.left();
            if (waiting != null) {
                reply.keepOnly(push(waiting));
            }
            if (reply.isWaiting()) {
                connection.interest(OpenSocket.Interest.SEND);
            } else if (follow()) {
                connection.interest(OpenSocket.Interest.RECEIVE);
            }
            host.changed(this);
        } catch (SocketFailure failure) {
            fail(failure);
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
            sent.setRelease(conversation.sent());
            left = left.asSlice(moved);
        } while (left.byteSize() > 0);
        return null;
    }

    /// The next step may never follow.
    private boolean closeByHabit(String how) {
        end(State.CLOSED);
        tell(Kind.CLOSED, "closed by the server after " + conversation.received() + " bytes" + how);
        return false;
    }

    private boolean closeUnread() throws SocketFailure {
        int unread = connection.unread();
        // Without unread bytes the close would be an orderly one: it may be the end of stream that is ready.
        return unread > 0
                ? closeByHabit(" with " + unread + " unread: the client gets ECONNRESET")
                : receive(new Step.Receive(host.readSize(), new Answer.Never(), new Afterwards.GoOn()));
    }

    private void fail(SocketFailure failure) {
        tell(Kind.RESET, failure.getMessage() + unsent());
        end(State.RESET);
    }

    private String unsent() {
        MemorySegment waiting = reply.left();
        return waiting == null ? "" : "; " + waiting.byteSize() + " bytes were not sent back";
    }

    private void end(State last) {
        state = last;
        endPause();
        closeConnection();
        reply.close();
        host.changed(this);
    }

    /// Closes because the server stops.
    void close() {
        if (!ended()) {
            state = State.CLOSED;
            endPause();
            closeConnection();
            tell(Kind.CLOSED, "closed by the server" + unsent());
            reply.close();
        }
    }

    private void closeConnection() {
        connection.close();
        descriptors.forget(connection);
    }

    private void tell(Kind kind, String text) {
        conversation.tell(kind, text);
    }
}
