package org.socklens.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.socklens.endpoint.habit.Habit;
import org.socklens.endpoint.habit.Pace;
import org.socklens.socket.Address;
import org.socklens.socket.Binding;
import org.socklens.socket.SocketType;
import org.socklens.traffic.Kind;
import org.socklens.traffic.Row;
import org.socklens.traffic.RowFilter;

/// What a client does beyond sending a message at once.
class ClientHabitTest extends EngineTest {
    private static final long MILLI = 1_000_000;

    private EchoServer listen(SocketType type, Habit habit) {
        Address address = Address.Path.of(socket().toString());
        return engine.listen(new ServerSettings(Binding.of(type, address), 65_536, 128), habit);
    }

    private Client connect(SocketType type) {
        return engine.connect(new ClientSettings(type, Address.Path.of(socket().toString()), 65_536));
    }

    private Path file(int size) throws IOException {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return Files.write(directory.resolve("notes.bin"), bytes);
    }

    private static FileProgress ended(Client client) {
        return await().until(client::file, progress -> progress != null && !progress.isUnderWay());
    }

    private static @Nullable Long repeated(Client client) {
        Repetition repetition = client.repetition();
        return repetition == null ? null : repetition.sent();
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(20)).until(condition);
    }

    @Test
    void aMessageGoesInPiecesWithAPauseBetweenThem() {
        try (EchoServer server = listen(SocketType.STREAM, new Habit.Discard());
                Client client = connect(SocketType.STREAM)) {
            client.pace(new Pace.Pieces(4, 60));
            client.send("0123456789".getBytes(UTF_8));
            until(() -> engine.serverTranscript.bytesReceived() == 10);
            List<Row> sent = Engine.rows(engine.clientTranscript).stream()
                    .filter(row -> row.kind() == Kind.SENT)
                    .toList();
            assertThat(sent).extracting(Row::length).containsExactly(4, 4, 2);
            assertThat(sent.get(1).nanos() - sent.get(0).nanos()).isGreaterThanOrEqualTo(60 * MILLI);
            assertThat(sent.get(2).nanos() - sent.get(1).nanos()).isGreaterThanOrEqualTo(60 * MILLI);
            assertThat(server.clients()).hasSize(1);
        }
    }

    @Test
    void aFasterPaceEndsThePauseAtOnce() {
        try (EchoServer server = listen(SocketType.STREAM, new Habit.Echo());
                Client client = connect(SocketType.STREAM)) {
            client.pace(new Pace.Pieces(1, 600_000));
            client.send("hello".getBytes(UTF_8));
            until(() -> engine.clientTranscript.bytesReceived() == 1);
            client.pace(new Pace.AtOnce());
            until(() -> engine.clientTranscript.bytesReceived() == 5);
            assertThat(Engine.lengths(engine.clientTranscript, Kind.SENT)).containsExactly(1, 4);
            assertThat(server.clients()).hasSize(1);
        }
    }

    @Test
    void messagesGoWholeAtAPace() {
        try (EchoServer server = listen(SocketType.SEQPACKET, new Habit.Discard());
                Client client = connect(SocketType.SEQPACKET)) {
            client.pace(new Pace.Pieces(2, 30));
            client.send("hello".getBytes(UTF_8));
            client.send("world".getBytes(UTF_8));
            until(() -> engine.serverTranscript.bytesReceived() == 10);
            assertThat(Engine.lengths(engine.serverTranscript, Kind.RECEIVED)).containsExactly(5, 5);
            assertThat(server.clients()).hasSize(1);
        }
    }

    @Test
    void halfCloseComesAfterTheLastPiece() {
        try (EchoServer server = listen(SocketType.STREAM, new Habit.Echo());
                Client client = connect(SocketType.STREAM)) {
            client.pace(new Pace.Pieces(3, 20));
            client.send("0123456789".getBytes(UTF_8));
            client.halfClose();
            assertThat(Engine.awaitClosed(client).failure()).isNull();
            assertThat(engine.clientTranscript.bytesReceived()).isEqualTo(10);
            assertThat(server.clients()).hasSize(1);
        }
    }

    @Test
    void aMessageIsRepeatedUntilItIsStopped() {
        try (EchoServer server = listen(SocketType.STREAM, new Habit.Echo());
                Client client = connect(SocketType.STREAM)) {
            client.repeat("ping".getBytes(UTF_8), 20);
            until(() -> engine.clientTranscript.bytesReceived() >= 5 * 4);
            assertThat(repeated(client)).isGreaterThanOrEqualTo(5);
            client.stopRepeating();
            until(() -> client.repetition() == null);
            long sent = engine.clientTranscript.bytesSent();
            await().during(Duration.ofMillis(100)).until(() -> engine.clientTranscript.bytesSent() == sent);
            assertThat(server.clients()).hasSize(1);
        }
    }

    @Test
    void aRepeatedMessageIsLeftOutWhileTheSendWaits() {
        try (EchoServer server = listen(SocketType.STREAM, new Habit.StopReading());
                Client client = connect(SocketType.STREAM)) {
            client.send(new byte[2_000_000]);
            client.repeat("ping".getBytes(UTF_8), 5);
            await().until(client::repetition, now -> now != null && now.skipped() > 3 && now.sent() == 0);
            assertThat(client.waiting()).isLessThan(2_000_000);
            assertThat(server.clients()).hasSize(1);
        }
    }

    @Test
    void aFileArrivesByteForByte() throws Exception {
        Path file = file(3_000_000);
        try (EchoServer server = listen(SocketType.STREAM, new Habit.Discard());
                Client client = connect(SocketType.STREAM)) {
            client.sendFile(file);
            FileProgress end = ended(client);
            assertThat(end.end()).isEqualTo("notes.bin: sent after 3,000,000 of 3,000,000 bytes");
            assertThat(end.fraction()).isEqualTo(1);
            until(() -> engine.serverTranscript.bytesReceived() == 3_000_000);
            byte[] arrived = new byte[3_000_000];
            int at = 0;
            for (long i = 0; i < engine.serverTranscript.count(RowFilter.RECEIVED); i++) {
                byte[] bytes = engine.serverTranscript.bytes(
                        engine.serverTranscript.rowAt(RowFilter.RECEIVED, i), 0, 1 << 20);
                System.arraycopy(bytes, 0, arrived, at, bytes.length);
                at += bytes.length;
            }
            assertThat(arrived).isEqualTo(Files.readAllBytes(file));
            assertThat(server.clients()).hasSize(1);
        }
    }

    @Test
    void aFileGoesAsMessagesWhereThereAreMessages() throws Exception {
        try (EchoServer server = listen(SocketType.SEQPACKET, new Habit.Discard());
                Client client = connect(SocketType.SEQPACKET)) {
            client.sendFile(file(10_000));
            ended(client);
            until(() -> engine.serverTranscript.bytesReceived() == 10_000);
            assertThat(Engine.lengths(engine.serverTranscript, Kind.RECEIVED)).containsExactly(4096, 4096, 1808);
            assertThat(server.clients()).hasSize(1);
        }
    }

    @Test
    void aFileThatNobodyReadsWaitsAndCanBeCancelled() throws Exception {
        long descriptors;
        try (EchoServer server = listen(SocketType.STREAM, new Habit.StopReading());
                Client client = connect(SocketType.STREAM)) {
            until(() -> server.clients().size() == 1);
            descriptors = Engine.descriptors();
            client.sendFile(file(10_000_000));
            await().until(client::file, now -> now != null && now.sent() > 0 && now.isUnderWay());
            assertThat(client.waiting()).isLessThanOrEqualTo(65_536);
            client.cancelFile();
            assertThat(ended(client).end()).startsWith("notes.bin: cancelled after ").endsWith(" of 10,000,000 bytes");
            assertThat(client.waiting()).isZero();
            assertThat(Engine.descriptors()).isEqualTo(descriptors);
            assertThat(client.state()).isInstanceOf(ClientState.Connected.class);
        }
    }

    @Test
    void aFileIsGivenUpWhenTheConnectionEnds() throws Exception {
        try (EchoServer server = listen(SocketType.STREAM, new Habit.StopReading());
                Client client = connect(SocketType.STREAM)) {
            client.sendFile(file(10_000_000));
            await().until(client::file, now -> now != null && now.sent() > 0);
            client.disconnect();
            assertThat(Engine.awaitClosed(client).failure()).isNull();
            assertThat(ended(client).end()).contains("given up after");
            assertThat(server.clients()).hasSize(1);
        }
    }

    @Test
    void whatIsNoFileIsRefusedWithTheReasonAndTheConnectionStays() {
        try (EchoServer server = listen(SocketType.STREAM, new Habit.Echo());
                Client client = connect(SocketType.STREAM)) {
            client.sendFile(directory.resolve("missing"));
            assertThat(ended(client).end())
                    .isEqualTo("open: ENOENT (2, No such file or directory). " + directory.resolve("missing")
                            + " does not exist. Choose another file.");
            client.sendFile(directory);
            await().until(client::file, now -> now != null && now.end().contains("not a regular file"));
            assertThat(client.state()).isInstanceOf(ClientState.Connected.class);
            assertThat(server.clients()).hasSize(1);
        }
    }

    @Test
    void anEmptyFileIsSentAtOnce() throws Exception {
        try (EchoServer server = listen(SocketType.STREAM, new Habit.Echo());
                Client client = connect(SocketType.STREAM)) {
            client.sendFile(file(0));
            assertThat(ended(client).end()).isEqualTo("notes.bin: sent after 0 of 0 bytes");
            assertThat(server.clients()).hasSize(1);
        }
    }
}
