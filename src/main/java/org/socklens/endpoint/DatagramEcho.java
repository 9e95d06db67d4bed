package org.socklens.endpoint;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.socklens.endpoint.EventLoop.End;
import org.socklens.endpoint.habit.Habit;
import org.socklens.endpoint.habit.Step;
import org.socklens.socket.Address;
import org.socklens.socket.Arrival;
import org.socklens.socket.Credentials;
import org.socklens.socket.DatagramSocket;
import org.socklens.socket.OpenSocket;
import org.socklens.socket.Poller;
import org.socklens.socket.SocketFailure;
import org.socklens.socket.SocketType;
import org.socklens.traffic.Kind;
import org.socklens.traffic.StreamPosition;
import org.socklens.traffic.Transcript;

/// Sends each datagram back to the name that it came from: one socket, no connections.
///
/// An answer that finds no room waits, and everybody with it, for at most a second; then it is given up, and so are
/// further answers to that receiver until one goes through. There is no room when the receiver's queue is full, and also
/// when unread answers fill the send buffer of this one socket: the kernel counts them here until they are read.
final class DatagramEcho implements Served, OpenSocket.Ready {
    private static final int MESSAGES_A_ROUND = 64;
    private static final int RETRY_MILLIS = 5;
    private static final long PATIENCE_NANOS = 1_000_000_000;

    /// An answer that waits for room in its receiver's queue.
    private record Answer(DatagramSender to, MemorySegment bytes, long givenUpAt) {}

    private final ServerSettings settings;
    private final Transcript transcript;
    private final DatagramSenders senders;
    private final Descriptors descriptors;
    private final Timers timers;
    private final IntSupplier readSize;
    private final Consumer<ServerState> state;
    private final Runnable changed;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment buffer = arena.allocate(ServerSettings.MAX_READ_SIZE);
    private final MemorySegment waitingBytes = arena.allocate(ServerSettings.MAX_READ_SIZE);
    private @Nullable Poller poller;
    private @Nullable DatagramSocket socket;
    private @Nullable Answer waiting;
    private Timers.@Nullable Timer pause;
    private Runnable afterPause = () -> {};
    private Habit habit = new Habit.Echo();

    /// @param state is told how the server is
    /// @param changed is called after each change of `senders`
    DatagramEcho(
            ServerSettings settings,
            Transcript transcript,
            DatagramSenders senders,
            Descriptors descriptors,
            Timers timers,
            IntSupplier readSize,
            Consumer<ServerState> state,
            Runnable changed) {
        this.settings = settings;
        this.transcript = transcript;
        this.senders = senders;
        this.descriptors = descriptors;
        this.timers = timers;
        this.readSize = readSize;
        this.state = state;
        this.changed = changed;
    }

    @Override
    public void open(Poller opened) throws SocketFailure {
        poller = opened;
        DatagramSocket made = opened.bind(settings.binding());
        socket = made;
        tell(0, Kind.BOUND, "takes datagrams at " + made.address());
        if (settings.senders() == Senders.ASKED) {
            made.askForCredentials();
        }
        made.register(this);
        state.accept(new ServerState.Listening(made.address(), 0, -1, null));
    }

    @Override
    public void receive() {
        DatagramSocket open = socket;
        for (int i = 0; open != null && i < MESSAGES_A_ROUND && waiting == null && pause == null; i++) {
            if (!takeStep(open)) {
                break;
            }
        }
        senders.trim();
        changed.run();
    }

    /// Whether the next step may follow at once.
    private boolean takeStep(DatagramSocket open) {
        return switch (Step.next(habit, SocketType.DGRAM, readSize.getAsInt(), 0)) {
            case Step.Receive step -> receiveOne(open, step);
            case Step.Leave _ -> {
                open.interest(OpenSocket.Interest.UNWATCHED);
                yield false;
            }
            case Step.Close _, Step.CloseUnread _ -> throw new IllegalStateException(habit.words());
        };
    }

    private boolean receiveOne(DatagramSocket open, Step.Receive step) {
        try {
            if (open.receive(buffer, step.most()) != OpenSocket.Outcome.DATA) {
                open.interest(OpenSocket.Interest.RECEIVE);
                return false;
            }
        } catch (SocketFailure failure) {
            tell(0, Kind.ERROR, String.valueOf(failure.getMessage()));
            return false;
        }
        Arrival arrival = open.arrival();
        int length = open.received();
        Credentials credentials = arrival.credentials();
        DatagramSender sender =
                senders.of(arrival.sender(), credentials == null ? Credentials.UNKNOWN : credentials);
        String introduction = sender.introduction();
        if (!introduction.isEmpty()) {
            tell(sender.number(), Kind.SENDER, introduction);
        }
        chunk(Kind.RECEIVED, sender, sender.in(), buffer, length, (int) (length + arrival.lost()));
        ArrivalText.tell(arrival, length, (kind, text) -> tell(sender.number(), kind, text));
        if (!arrival.descriptors().isEmpty()) {
            descriptors.look(open, 0, (kind, text) -> tell(0, kind, text));
        }
        answer(open, sender, length, step.answer());
        if (step.afterwards() instanceof Step.Afterwards.Pause(int millis) && waiting == null) {
            pause(open, millis, () -> {});
        }
        return true;
    }

    private void answer(DatagramSocket open, DatagramSender to, int length, Step.Answer when) {
        if (to.address() instanceof Address.Unnamed) {
            return;
        }
        switch (when) {
            case Step.Answer.Now _ -> answer(open, to, buffer.asSlice(0, length));
            case Step.Answer.After(int millis) -> {
                MemorySegment kept = keep(buffer.asSlice(0, length));
                pause(open, millis, () -> answer(open, to, kept));
            }
            case Step.Answer.Never _ -> {}
        }
    }

    /// Receives nothing for a while, then does `next` and receives again.
    private void pause(DatagramSocket open, int millis, Runnable next) {
        open.interest(OpenSocket.Interest.UNWATCHED);
        afterPause = next;
        pause = timers.after(millis, () -> endPause(open));
    }

    private void endPause(DatagramSocket open) {
        if (pause != null) {
            pause.cancel();
            pause = null;
            open.interest(OpenSocket.Interest.RECEIVE);
            afterPause.run();
            changed.run();
        }
    }

    @Override
    public void take(Habit wanted) {
        DatagramSocket open = socket;
        if (open == null || wanted.equals(habit) || !wanted.appliesTo(SocketType.DGRAM)) {
            return;
        }
        habit = wanted;
        tell(0, Kind.HABIT, "from now on: " + wanted.words());
        endPause(open);
        if (waiting == null) {
            open.interest(OpenSocket.Interest.RECEIVE);
        }
    }

    private void answer(DatagramSocket open, DatagramSender to, MemorySegment bytes) {
        if (sent(open, to, bytes)) {
            return;
        }
        if (to.isDeaf()) {
            giveUp(to);
            return;
        }
        waiting = new Answer(to, keep(bytes), System.nanoTime() + PATIENCE_NANOS);
        open.interest(OpenSocket.Interest.NOTHING);
    }

    /// The same bytes where the next receive does not overwrite them.
    private MemorySegment keep(MemorySegment bytes) {
        return waitingBytes.asSlice(0, bytes.byteSize()).copyFrom(bytes);
    }

    /// Whether the answer is done with: sent, or refused for good.
    private boolean sent(DatagramSocket open, DatagramSender to, MemorySegment bytes) {
        int length = (int) bytes.byteSize();
        try {
            if (!open.send(bytes, length, to.address())) {
                return false;
            }
            chunk(Kind.SENT, to, to.out(), bytes, length, length);
            to.state(ClientInfo.State.SEEN);
        } catch (SocketFailure refused) {
            to.state(ClientInfo.State.GONE);
            tell(to.number(), Kind.ERROR, refused.getMessage() + ": no answer to " + to.address());
        }
        return true;
    }

    private void giveUp(DatagramSender to) {
        to.state(ClientInfo.State.DEAF);
        tell(
                to.number(),
                Kind.ERROR,
                "an answer was given up: the queue of %s is full, or unread answers fill this socket's send buffer"
                        .formatted(to.address()));
    }

    @Override
    public int afterRound() {
        Answer answer = waiting;
        DatagramSocket open = socket;
        if (answer == null || open == null) {
            return -1;
        }
        boolean done = sent(open, answer.to(), answer.bytes());
        if (!done && System.nanoTime() < answer.givenUpAt()) {
            return RETRY_MILLIS;
        }
        if (!done) {
            giveUp(answer.to());
        }
        waiting = null;
        open.interest(OpenSocket.Interest.RECEIVE);
        changed.run();
        return -1;
    }

    /// Nothing is asked for: an answer waits for its receiver's queue, which this socket's readiness does not tell.
    @Override
    public void send() {}

    @Override
    public void close(End end) {
        if (socket != null) {
            socket.close();
            descriptors.forget(socket);
        }
        SocketFailure failure = end instanceof End.Refused(SocketFailure refused) ? refused : null;
        if (failure == null) {
            tell(0, Kind.STOPPED, "stopped");
        } else {
            Poller running = poller;
            long nanos = running == null ? 0 : running.lastNanos();
            transcript.event(Kind.ERROR, 0, nanos, failure.callNumber(), String.valueOf(failure.getMessage()));
        }
        arena.close();
        changed.run();
        state.accept(new ServerState.Stopped(failure));
    }

    private void chunk(
            Kind kind,
            DatagramSender sender,
            StreamPosition position,
            MemorySegment bytes,
            int length,
            int messageLength) {
        Poller running = poller;
        if (running != null) {
            long nanos = running.lastNanos();
            transcript.chunk(
                    kind, sender.number(), position, nanos, running.lastCall(), bytes, length, messageLength);
            sender.moved();
        }
    }

    private void tell(int connection, Kind kind, String text) {
        Poller running = poller;
        if (running != null) {
            transcript.event(kind, connection, running.lastNanos(), running.lastCall(), text);
        }
    }
}
