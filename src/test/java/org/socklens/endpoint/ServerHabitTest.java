package org.socklens.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.socklens.endpoint.habit.Habit;
import org.socklens.posix.Errno;
import org.socklens.socket.Address;
import org.socklens.socket.Binding;
import org.socklens.socket.SocketType;
import org.socklens.traffic.Kind;
import org.socklens.traffic.Row;

/// What clients meet when a server is not a good one.
class ServerHabitTest extends EngineTest {
    private static final int READ_SIZE = 16;
    private static final int BACKLOG = 128;
    private static final long MILLI = 1_000_000;

    private EchoServer listen(Habit habit) {
        return listen(SocketType.STREAM, BACKLOG, habit);
    }

    private EchoServer listen(SocketType type, int backlog, Habit habit) {
        return engine.listen(new ServerSettings(Binding.of(type, address()), READ_SIZE, backlog), habit);
    }

    private Address address() {
        return Address.Path.of(socket().toString());
    }

    private Client connect() {
        return engine.connect(socket(), 4096);
    }

    private Client connect(SocketType type) {
        return engine.connect(new ClientSettings(type, address(), 4096));
    }

    private static byte[] text(String text) {
        return text.getBytes(UTF_8);
    }

    private List<Row> received() {
        return Engine.rows(engine.serverTranscript).stream()
                .filter(row -> row.kind() == Kind.RECEIVED)
                .toList();
    }

    private Row first(Kind kind) {
        return Engine.rows(engine.serverTranscript).stream()
                .filter(row -> row.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private List<String> events(Kind kind) {
        return Engine.texts(engine.serverTranscript, kind);
    }

    @Test
    void aServerThatDiscardsReceivesAllAndAnswersNothing() {
        try (EchoServer server = listen(new Habit.Discard());
                Client client = connect()) {
            client.send(new byte[1_000_000]);
            await().until(() -> engine.serverTranscript.bytesReceived() == 1_000_000);
            assertThat(engine.serverTranscript.bytesSent()).isZero();
            assertThat(server.clients().getFirst().sent()).isZero();
        }
    }

    @Test
    void aReplyComesSoManyMillisecondsAfterItsChunkAndNoOtherIsReceivedMeanwhile() {
        try (EchoServer server = listen(new Habit.ReplyAfter(200));
                Client client = connect()) {
            client.send(text("0123456789abcdefSECOND"));
            await().until(() -> engine.clientTranscript.bytesReceived() == 22);
            assertThat(first(Kind.SENT).nanos() - first(Kind.RECEIVED).nanos()).isGreaterThanOrEqualTo(200 * MILLI);
            assertThat(Engine.kinds(engine.serverTranscript))
                    .containsSubsequence(Kind.RECEIVED, Kind.SENT, Kind.RECEIVED, Kind.SENT);
            assertThat(server.clients()).hasSize(1);
        }
    }

    @Test
    void anotherHabitEndsThePauseOfTheOldOneAtOnce() {
        try (EchoServer server = listen(new Habit.ReplyAfter(600_000));
                Client client = connect()) {
            client.send(text("hello"));
            await().until(() -> engine.serverTranscript.bytesReceived() == 5);
            server.habit(new Habit.Echo());
            await().until(() -> engine.clientTranscript.bytesReceived() == 5);
            assertThat(events(Kind.HABIT)).containsExactly("from now on: reply after 600000 ms", "from now on: echo");
        }
    }

    @Test
    void aSlowServerReceivesOnceAPause() {
        try (EchoServer server = listen(new Habit.ReadSlowly(150));
                Client client = connect()) {
            client.send(new byte[3 * READ_SIZE]);
            await().until(() -> received().size() == 3);
            List<Row> rows = received();
            assertThat(rows.get(1).nanos() - rows.get(0).nanos()).isGreaterThanOrEqualTo(150 * MILLI);
            assertThat(rows.get(2).nanos() - rows.get(1).nanos()).isGreaterThanOrEqualTo(150 * MILLI);
            assertThat(server.clients()).hasSize(1);
        }
    }

    @Test
    void aServerThatStopsReadingMakesTheSendWaitUntilItReadsAgain() {
        try (EchoServer server = listen(new Habit.StopReading());
                Client client = connect()) {
            client.send(new byte[10_000_000]);
            await().until(() -> engine.clientTranscript.bytesSent() > 0);
            await().during(Duration.ofMillis(300)).until(() -> client.waiting() > 5_000_000);
            assertThat(engine.serverTranscript.bytesReceived()).isZero();
            server.readSize(65_536);
            server.habit(new Habit.Discard());
            await().until(() -> engine.serverTranscript.bytesReceived() == 10_000_000);
            assertThat(client.waiting()).isZero();
        }
    }

    @Test
    void disconnectAndStopWorkWhileTheSendWaits() {
        EchoServer server = listen(new Habit.StopReading());
        Client client = connect();
        client.send(new byte[10_000_000]);
        await().until(() -> engine.clientTranscript.bytesSent() > 0);
        client.disconnect();
        assertThat(Engine.awaitClosed(client).failure()).isNull();
        assertThat(Engine.kinds(engine.clientTranscript)).contains(Kind.ERROR, Kind.CLOSED);
        server.stop();
        assertThat(Engine.awaitStopped(server).failure()).isNull();
    }

    @Test
    void aClientThatLeavesWhileNobodyReadsCostsNoWork() throws Exception {
        try (EchoServer server = listen(new Habit.StopReading())) {
            try (Client client = connect()) {
                client.send(text("unread"));
                await().until(() -> client.waiting() == 0);
                await().until(() -> engine.trace.end() > 0 && server.clients().size() == 1);
            }
            long calls = engine.trace.end();
            await().during(Duration.ofMillis(400)).until(() -> engine.trace.end() - calls < 50);
        }
    }

    @Test
    void connectionsThatAreNotAcceptedWaitAgainstTheBacklogAndTheNextIsRefused() {
        try (EchoServer server = listen(SocketType.STREAM, 1, new Habit.StopAccepting());
                Client first = connect();
                Client second = connect();
                Client third = engine.attempt(socket(), READ_SIZE)) {
            assertThat(Objects.requireNonNull(Engine.awaitClosed(third).failure()).errno())
                    .isEqualTo(Errno.EAGAIN);
            await().until(() -> server.state() instanceof ServerState.Listening listening
                    && listening.waiting() == 2
                    && listening.backlog() == 1);
            first.send(text("queued"));
            await().until(() -> first.waiting() == 0);
            assertThat(server.clients()).isEmpty();
            assertThat(engine.serverTranscript.bytesReceived()).isZero();
            server.habit(new Habit.Echo());
            await().until(() -> engine.clientTranscript.bytesReceived() == 6);
            assertThat(server.clients()).hasSize(2);
            second.disconnect();
            Engine.awaitClosed(second);
        }
    }

    @Test
    void aServerThatClosesAfter10BytesReceivesNoByteMore() {
        try (EchoServer server = listen(new Habit.CloseAfter(10));
                Client client = connect()) {
            client.send(text("0123456789and more"));
            assertThat(Objects.requireNonNull(Engine.awaitClosed(client).failure()).errno())
                    .isEqualTo(Errno.ECONNRESET);
            assertThat(Engine.lengths(engine.serverTranscript, Kind.RECEIVED)).containsExactly(10);
            assertThat(Engine.lengths(engine.serverTranscript, Kind.SENT)).containsExactly(10);
            assertThat(events(Kind.CLOSED)).containsExactly("closed by the server after 10 bytes");
            assertThat(server.clients().getFirst().state()).isEqualTo(ClientInfo.State.CLOSED);
        }
    }

    @Test
    void exactlyTheBytesThatAServerTakesEndInOrder() {
        try (EchoServer server = listen(new Habit.CloseAfter(20));
                Client client = connect()) {
            client.send(text("0123456789"));
            await().until(() -> engine.clientTranscript.bytesReceived() == 10);
            client.send(text("0123456789"));
            assertThat(Engine.awaitClosed(client).failure()).isNull();
            assertThat(engine.clientTranscript.bytesReceived()).isEqualTo(20);
            server.habit(new Habit.CloseAfter(5));
        }
    }

    @Test
    void aConnectionThatHasHadItsBytesIsClosedByTheChangeItself() {
        try (EchoServer server = listen(new Habit.Echo());
                Client client = connect()) {
            client.send(text("0123456789"));
            await().until(() -> engine.clientTranscript.bytesReceived() == 10);
            server.habit(new Habit.CloseAfter(5));
            assertThat(Engine.awaitClosed(client).failure()).isNull();
        }
    }

    @Test
    void afterItsFirstAnswerTheServerHalfClosesAndStillReceives() {
        try (EchoServer server = listen(new Habit.HalfCloseAfterFirst());
                Client client = connect()) {
            client.send(text("first"));
            await().until(() -> client.state() instanceof ClientState.Connected connected && !connected.peerSends());
            assertThat(engine.clientTranscript.bytesReceived()).isEqualTo(5);
            assertThat(server.clients().getFirst().state()).isEqualTo(ClientInfo.State.HALF_CLOSED);
            client.send(text("second"));
            await().until(() -> engine.serverTranscript.bytesReceived() == 11);
            assertThat(engine.serverTranscript.bytesSent()).isEqualTo(5);
            client.disconnect();
            assertThat(Engine.awaitClosed(client).failure()).isNull();
            await().until(() -> server.clients().getFirst().state() == ClientInfo.State.CLOSED);
        }
    }

    @Test
    void aResetThrowsUnreadBytesAwayAndTheClientIsToldOnce() {
        try (EchoServer server = listen(new Habit.Reset());
                Client client = connect()) {
            client.send(text("hello"));
            assertThat(Objects.requireNonNull(Engine.awaitClosed(client).failure()).errno())
                    .isEqualTo(Errno.ECONNRESET);
            assertThat(received()).isEmpty();
            assertThat(events(Kind.CLOSED))
                    .containsExactly("closed by the server after 0 bytes with 5 unread: the client gets ECONNRESET");
            assertThat(server.clients()).hasSize(1);
        }
    }

    @Test
    void aPythonClientGetsConnectionResetByPeer() throws Exception {
        String script =
                """
                import socket,sys
                s=socket.socket(socket.AF_UNIX); s.connect(sys.argv[1]); s.sendall(b'hello')
                try: s.recv(10)
                except ConnectionResetError as e: print(e.errno)
                print(len(s.recv(10)))
                """;
        try (EchoServer server = listen(new Habit.Reset());
                Peer peer = Peer.python(script, socket().toString())) {
            assertThat(peer.output().lines()).containsExactly("104", "0");
            assertThat(server.clients()).hasSize(1);
        }
    }

    @Test
    void aClientThatSendsNothingIsNotReset() {
        try (EchoServer server = listen(new Habit.Reset());
                Client client = connect()) {
            client.halfClose();
            assertThat(Engine.awaitClosed(client).failure()).isNull();
            await().until(() -> Engine.kinds(engine.serverTranscript).contains(Kind.END_OF_STREAM));
            assertThat(server.clients().getFirst().state()).isEqualTo(ClientInfo.State.CLOSED);
        }
    }

    @Test
    void aServerStopsInTheMiddleOfAPause() {
        try (EchoServer server = listen(new Habit.ReplyAfter(600_000));
                Client client = connect()) {
            client.send(text("hello"));
            await().until(() -> engine.serverTranscript.bytesReceived() == 5);
            server.stop();
            assertThat(Engine.awaitStopped(server).failure()).isNull();
            assertThat(events(Kind.CLOSED)).containsExactly("closed by the server; 5 bytes were not sent back");
        }
    }

    @Test
    void messagesAreReceivedWholeBeforeTheConnectionIsClosed() {
        try (EchoServer server = listen(SocketType.SEQPACKET, BACKLOG, new Habit.CloseAfter(7));
                Client client = connect(SocketType.SEQPACKET)) {
            client.send(text("hello"));
            client.send(text("world"));
            client.send(text("never read"));
            Engine.awaitClosed(client);
            assertThat(Engine.lengths(engine.serverTranscript, Kind.RECEIVED)).containsExactly(5, 5);
            assertThat(server.clients()).hasSize(1);
        }
    }

    @Test
    void anEmptyMessageIsAnsweredLateToo() {
        try (EchoServer server = listen(SocketType.SEQPACKET, BACKLOG, new Habit.ReplyAfter(50));
                Client client = connect(SocketType.SEQPACKET)) {
            client.send(text(""));
            await().until(() -> Engine.lengths(engine.clientTranscript, Kind.RECEIVED).equals(List.of(0)));
            assertThat(server.clients()).hasSize(1);
        }
    }

    @Test
    void datagramsAreAnsweredLateOrNeverOrStayInTheQueue() {
        try (EchoServer server = listen(SocketType.DGRAM, BACKLOG, new Habit.ReplyAfter(200));
                Client client = connect(SocketType.DGRAM)) {
            client.send(text("late"));
            await().until(() -> engine.clientTranscript.bytesReceived() == 4);
            assertThat(first(Kind.SENT).nanos() - first(Kind.RECEIVED).nanos()).isGreaterThanOrEqualTo(200 * MILLI);
            server.habit(new Habit.StopReading());
            await().until(() -> events(Kind.HABIT).contains("from now on: stop reading"));
            client.send(text("queued"));
            await().during(Duration.ofMillis(200)).until(() -> engine.serverTranscript.bytesReceived() == 4);
            server.habit(new Habit.Discard());
            await().until(() -> engine.serverTranscript.bytesReceived() == 10);
            assertThat(engine.serverTranscript.bytesSent()).isEqualTo(4);
        }
    }

    @Test
    void datagramsKnowNoConnectionToClose() {
        try (EchoServer server = listen(SocketType.DGRAM, BACKLOG, new Habit.Reset());
                Client client = connect(SocketType.DGRAM)) {
            client.send(text("hello"));
            await().until(() -> engine.clientTranscript.bytesReceived() == 5);
            assertThat(events(Kind.HABIT)).isEmpty();
            assertThat(server.clients()).hasSize(1);
        }
    }
}
