package org.socklens.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.socklens.endpoint.habit.Habit;
import org.socklens.posix.CallTrace;
import org.socklens.socket.Address;
import org.socklens.socket.Binding;
import org.socklens.socket.SocketDoor;
import org.socklens.socket.SocketType;
import org.socklens.traffic.Kind;
import org.socklens.traffic.Limits;
import org.socklens.traffic.Row;
import org.socklens.traffic.RowFilter;
import org.socklens.traffic.Transcript;

/// Servers and clients on real sockets for tests, and what can be asked of their transcripts.
final class Engine implements AutoCloseable {
    final CallTrace trace = new CallTrace();
    final SocketDoor door;
    final Transcript serverTranscript = new Transcript(Limits.standard());
    final Transcript clientTranscript = new Transcript(Limits.standard());

    /// Everything goes through the door that `opener` makes for a trace.
    Engine(Function<CallTrace, SocketDoor> opener) {
        door = opener.apply(trace);
    }

    EchoServer listen(SocketType type, Address address, int readSize) {
        return listen(new ServerSettings(Binding.of(type, address), readSize, 128));
    }

    EchoServer listen(ServerSettings settings) {
        return listen(settings, new Habit.Echo());
    }

    EchoServer listen(ServerSettings settings, Habit habit) {
        EchoServer server = new EchoServer(door, settings, serverTranscript);
        server.habit(habit);
        server.start();
        await().until(() -> !(server.state() instanceof ServerState.Starting));
        assertThat(server.state()).isInstanceOf(ServerState.Listening.class);
        return server;
    }

    Client connect(ClientSettings settings) {
        Client client = attempt(settings);
        await().until(() -> !(client.state() instanceof ClientState.Connecting));
        assertThat(client.state()).isInstanceOf(ClientState.Connected.class);
        return client;
    }

    Client attempt(ClientSettings settings) {
        Client client = new Client(door, settings, clientTranscript);
        client.connect();
        return client;
    }

    /// The name that a server has.
    static Address addressOf(EchoServer server) {
        return ((ServerState.Listening) server.state()).address();
    }

    /// The texts of all events of a kind.
    static List<String> texts(Transcript transcript, Kind kind) {
        return rows(transcript).stream()
                .filter(row -> row.kind() == kind)
                .map(row -> new String(transcript.bytes(row.row(), 0, row.length()), StandardCharsets.UTF_8))
                .toList();
    }

    EchoServer listen(Path path, int readSize) {
        EchoServer server = start(path, readSize);
        await().until(() -> server.state() instanceof ServerState.Listening);
        return server;
    }

    EchoServer start(Path path, int readSize) {
        EchoServer server = new EchoServer(
                door,
                new ServerSettings(
                        Binding.of(SocketType.STREAM, Address.Path.of(path.toString())), readSize, 128),
                serverTranscript);
        server.start();
        return server;
    }

    Client connect(Path path, int readSize) {
        Client client = attempt(path, readSize);
        await().until(() -> client.state() instanceof ClientState.Connected);
        return client;
    }

    Client attempt(Path path, int readSize) {
        Client client = new Client(
                door, new ClientSettings(SocketType.STREAM, Address.Path.of(path.toString()), readSize), clientTranscript);
        client.connect();
        return client;
    }

    static ClientState.Closed awaitClosed(Client client) {
        return (ClientState.Closed)
                await().atMost(Duration.ofSeconds(20)).until(client::state, ClientState.Closed.class::isInstance);
    }

    static ServerState.Stopped awaitStopped(EchoServer server) {
        return (ServerState.Stopped) await().until(server::state, ServerState.Stopped.class::isInstance);
    }

    static List<Row> rows(Transcript transcript) {
        return LongStream.range(transcript.first(), transcript.end())
                .mapToObj(transcript::row)
                .toList();
    }

    static List<Integer> lengths(Transcript transcript, Kind kind) {
        return rows(transcript).stream()
                .filter(row -> row.kind() == kind)
                .map(Row::length)
                .toList();
    }

    static List<Kind> kinds(Transcript transcript) {
        return rows(transcript).stream().map(Row::kind).toList();
    }

    static long count(Transcript transcript, RowFilter filter) {
        return transcript.count(filter);
    }

    static long descriptors() throws IOException {
        try (Stream<Path> fds = Files.list(Path.of("/proc/self/fd"))) {
            return fds.count();
        }
    }

    static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("socklens-"))
                .count();
    }

    @Override
    public void close() {
        serverTranscript.close();
        clientTranscript.close();
        // A thread that has closed everything may still be on its last steps.
        await().untilAsserted(() -> assertThat(threads()).as("threads left behind").isZero());
    }
}
