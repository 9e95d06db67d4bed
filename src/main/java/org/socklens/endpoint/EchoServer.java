package org.socklens.endpoint;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.socklens.endpoint.EventLoop.End;
import org.socklens.endpoint.habit.Habit;
import org.socklens.socket.Address;
import org.socklens.socket.Connection;
import org.socklens.socket.Listener;
import org.socklens.socket.Poller;
import org.socklens.socket.SocketDoor;
import org.socklens.socket.SocketFailure;
import org.socklens.socket.SocketType;
import org.socklens.traffic.Kind;
import org.socklens.traffic.Transcript;

/// Treats many clients at once by one [Habit], in one thread. The first habit is to send back each chunk and each
/// message exactly as it was received.
///
/// A server runs once. Methods are for any thread and do not wait, but for [#close].
public final class EchoServer implements DescriptorHolder, AutoCloseable {
    private static final int LOOK_MILLIS = 250;
    private static final long LOOK_NANOS = LOOK_MILLIS * 1_000_000L;
    private static final int ACCEPTS_A_ROUND = 64;

    private final ServerSettings settings;
    private final Transcript transcript;
    private final Served served;
    private final EventLoop loop;
    private final EchoClients clients = new EchoClients();
    private final DatagramSenders senders = new DatagramSenders();
    private final Descriptors descriptors = new Descriptors();
    private final AtomicLong changes = new AtomicLong();
    private final Timers timers = new Timers();
    private volatile int readSize;
    private volatile ServerState state = new ServerState.Starting();

    /// A server that tells what it moves to `transcript`.
    public EchoServer(SocketDoor door, ServerSettings settings, Transcript transcript) {
        this.settings = settings;
        this.transcript = transcript;
        readSize = settings.readSize();
        served = settings.type() == SocketType.DGRAM ? datagrams() : new Serving();
        loop = new EventLoop(door, "server", timers, served);
    }

    private DatagramEcho datagrams() {
        return new DatagramEcho(
                settings,
                transcript,
                senders,
                descriptors,
                timers,
                () -> readSize,
                now -> state = now,
                changes::incrementAndGet);
    }

    /// Binds and listens in the background; [#state] tells how it went.
    public void start() {
        loop.start();
    }

    /// How the server is now.
    public ServerState state() {
        return state;
    }

    /// Grows whenever [#clients] would answer otherwise.
    public long changes() {
        return changes.get();
    }

    /// The clients by number: all that are connected and the latest that have gone, or the latest senders of datagrams.
    public List<ClientInfo> clients() {
        return settings.type() == SocketType.DGRAM ? senders.infos() : clients.infos();
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

    /// The most bytes that one receive takes from now on.
    public void readSize(int bytes) {
        readSize = ServerSettings.requireReadSize(bytes);
    }

    /// How clients are treated from now on, where that means something to the type; the transcript tells the change.
    /// Also before [#start].
    public void habit(Habit habit) {
        loop.execute(() -> served.take(habit));
    }

    /// Asks for other buffer sizes (`SO_SNDBUF`, `SO_RCVBUF`) of one client's connection, in bytes.
    public void bufferSizes(int client, int send, int receive) {
        loop.execute(() -> clients.forEachOpen(connection -> {
            if (connection.number() == client) {
                connection.bufferSizes(send, receive);
            }
        }));
    }

    /// Ends in the background: closes every connection, removes the socket file if it still is ours.
    public void stop() {
        loop.stop();
    }

    /// Stops and waits until everything is closed. Twice is fine; only after [#start].
    @Override
    public void close() {
        stop();
        try {
            loop.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// What the loop's thread does.
    private final class Serving implements Served, EchoConnection.Host {
        private final Arena arena = Arena.ofShared();
        private final MemorySegment buffer = arena.allocate(ServerSettings.MAX_READ_SIZE);
        private @Nullable Poller poller;
        private @Nullable Listener listener;
        private @Nullable SocketFailure trouble;
        private Habit habit = new Habit.Echo();
        private long lookedAt;

        @Override
        public void open(Poller opened) throws SocketFailure {
            poller = opened;
            Listener made = opened.listen(settings.binding(), settings.backlog(), this::accept);
            listener = made;
            long nanos = opened.lastNanos();
            transcript.event(
                    Kind.LISTENING, 0, nanos, opened.lastCall(), listeningText(made));
            look(made);
        }

        private String listeningText(Listener made) {
            String name = settings.address() instanceof Address.Path ? "" : " at " + made.address();
            return "listening" + name + ", backlog " + settings.backlog();
        }

        @Override
        public int afterRound() {
            Listener open = listener;
            if (open != null && now() - lookedAt >= LOOK_NANOS) {
                if (trouble != null) {
                    trouble = null;
                    open.watch(habit.accepts());
                }
                look(open);
            }
            return LOOK_MILLIS;
        }

        @Override
        public void close(End end) {
            clients.closeAll();
            changed();
            if (listener != null) {
                listener.close();
            }
            arena.close();
            SocketFailure failure = end instanceof End.Refused(SocketFailure refused) ? refused : null;
            if (poller != null) {
                if (failure != null) {
                    transcript.event(
                            Kind.ERROR, 0, poller.lastNanos(), failure.callNumber(), String.valueOf(failure.getMessage()));
                } else {
                    transcript.event(Kind.STOPPED, 0, poller.lastNanos(), poller.lastCall(), "stopped");
                }
            }
            state = new ServerState.Stopped(failure);
        }

        private void accept() {
            Listener open = listener;
            Poller running = poller;
            if (open == null || running == null) {
                return;
            }
            try {
                for (int i = 0; i < ACCEPTS_A_ROUND; i++) {
                    Connection connection = open.accept();
                    if (connection == null) {
                        return;
                    }
                    welcome(running, connection);
                }
            } catch (SocketFailure failure) {
                // The connection stays queued: without this the queue would report it again at once, for ever.
                trouble = failure;
                open.watch(false);
                transcript.event(
                        Kind.ERROR, 0, running.lastNanos(), failure.callNumber(), String.valueOf(failure.getMessage()));
                look(open);
            }
        }

        private void welcome(Poller running, Connection connection) throws SocketFailure {
            EchoConnection echo = new EchoConnection(
                    clients.nextNumber(),
                    connection,
                    running,
                    transcript,
                    descriptors,
                    buffer,
                    timers,
                    this);
            clients.add(echo);
            if (settings.senders() == Senders.ASKED) {
                connection.askForCredentials();
            }
            echo.open();
            changed();
        }

        @Override
        public void take(Habit wanted) {
            Listener open = listener;
            Poller running = poller;
            if (open == null || running == null || wanted.equals(habit)) {
                return;
            }
            habit = wanted;
            transcript.event(Kind.HABIT, 0, running.lastNanos(), 0, "from now on: " + wanted.words());
            open.watch(wanted.accepts() && trouble == null);
            clients.forEachOpen(EchoConnection::habitChanged);
        }

        @Override
        public Habit habit() {
            return habit;
        }

        @Override
        public int readSize() {
            return readSize;
        }

        @Override
        public void changed(EchoConnection connection) {
            if (connection.ended()) {
                clients.ended(connection);
            }
            changed();
        }

        /// Only this thread writes it.
        private void changed() {
            changes.setRelease(changes.getPlain() + 1);
        }

        /// The time of the latest call: a clock read at each round would be felt.
        private long now() {
            return poller == null ? 0 : poller.lastNanos();
        }

        private void look(Listener open) {
            lookedAt = now();
            state = new ServerState.Listening(
                    open.address(), settings.backlog(), open.waiting(), trouble);
        }
    }
}
