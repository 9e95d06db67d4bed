package org.socklens.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socklens.socket.linux.LinuxSocketDoor;
import org.socklens.traffic.Kind;
import org.socklens.traffic.Row;
import org.socklens.traffic.RowFilter;
import org.socklens.traffic.Transcript;

/// Nothing is lost, doubled or mixed up when there is much of it.
class LoadTest {
    private static final int CONNECTIONS = 5_000;
    private static final int ROUNDS = 4;
    private static final int MESSAGE_BYTES = 64;

    private static final int CHUNKS = 200_000;
    private static final int READ_SIZE = 16;
    private static final int BLOCK_CHUNKS = 4_000;

    private final Engine engine = new Engine(LinuxSocketDoor::new);

    @TempDir
    Path directory = Path.of("");

    @AfterEach
    void tidy() {
        engine.close();
    }

    @Test
    void fiveThousandClientsAtOnceEachGetTheirOwnBytesBack() throws Exception {
        Path path = directory.resolve("many");
        List<SocketChannel> clients = new ArrayList<>();
        List<MessageDigest> sent = digests(CONNECTIONS);
        try (EchoServer server = engine.listen(path, 65_536)) {
            for (int i = 0; i < CONNECTIONS; i++) {
                clients.add(SocketChannel.open(UnixDomainSocketAddress.of(path)));
            }
            for (int round = 0; round < ROUNDS; round++) {
                exchangeOneMessageEach(clients, sent, round);
            }
            assertThat(server.clients()).hasSize(CONNECTIONS).allSatisfy(client -> {
                assertThat(client.received()).isEqualTo(ROUNDS * MESSAGE_BYTES);
                assertThat(client.sent()).isEqualTo(ROUNDS * MESSAGE_BYTES);
            });
            List<String> expected = hex(sent);
            assertThat(hex(recorded(engine.serverTranscript, Kind.RECEIVED))).isEqualTo(expected);
            assertThat(hex(recorded(engine.serverTranscript, Kind.SENT))).isEqualTo(expected);
        } finally {
            for (SocketChannel client : clients) {
                client.close();
            }
        }
    }

    @Test
    void aStreamInSmallChunksComesBackAndIsRecordedByteForByte() throws Exception {
        Path path = directory.resolve("chunks");
        MessageDigest sent = sha256();
        MessageDigest returned = sha256();
        try (EchoServer _ = engine.listen(path, READ_SIZE);
                SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            Thread reader = Thread.ofPlatform().start(() -> readAll(client, returned));
            ByteBuffer block = ByteBuffer.allocate(BLOCK_CHUNKS * READ_SIZE);
            for (int first = 0; first < CHUNKS; first += BLOCK_CHUNKS) {
                block.clear();
                IntStream.range(first, first + BLOCK_CHUNKS).forEach(i -> block.putLong(i).putLong(~(long) i));
                sent.update(block.array());
                block.flip();
                while (block.hasRemaining()) {
                    client.write(block);
                }
            }
            reader.join(Duration.ofSeconds(60));
        }
        String expected = hex(sent);
        assertThat(hex(returned)).isEqualTo(expected);
        assertThat(engine.serverTranscript.count(RowFilter.RECEIVED)).isEqualTo(CHUNKS);
        assertThat(engine.serverTranscript.count(RowFilter.SENT)).isEqualTo(CHUNKS);
        assertThat(engine.serverTranscript.dropped()).isZero();
        assertThat(hex(all(engine.serverTranscript, RowFilter.RECEIVED))).isEqualTo(expected);
        assertThat(hex(all(engine.serverTranscript, RowFilter.SENT))).isEqualTo(expected);
    }

    private static void exchangeOneMessageEach(List<SocketChannel> clients, List<MessageDigest> sent, int round)
            throws IOException {
        for (int i = 0; i < clients.size(); i++) {
            byte[] message = message(i, round);
            sent.get(i).update(message);
            clients.get(i).write(ByteBuffer.wrap(message));
        }
        for (int i = 0; i < clients.size(); i++) {
            ByteBuffer echo = ByteBuffer.allocate(MESSAGE_BYTES);
            while (echo.hasRemaining() && clients.get(i).read(echo) >= 0) {
                Thread.onSpinWait();
            }
            assertThat(echo.array()).isEqualTo(message(i, round));
        }
    }

    private static byte[] message(int client, int round) {
        ByteBuffer message = ByteBuffer.allocate(MESSAGE_BYTES);
        while (message.hasRemaining()) {
            message.putInt(client).putInt(round * MESSAGE_BYTES + message.position());
        }
        return message.array();
    }

    private static void readAll(SocketChannel client, MessageDigest into) {
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        long left = (long) CHUNKS * READ_SIZE;
        try {
            while (left > 0 && client.read(buffer.clear()) >= 0) {
                left -= buffer.position();
                into.update(buffer.flip());
            }
        } catch (IOException early) {
            throw new AssertionError("the connection ended early", early);
        }
    }

    private static List<MessageDigest> recorded(Transcript transcript, Kind kind) {
        List<MessageDigest> digests = digests(CONNECTIONS);
        await().until(() -> transcript.count(RowFilter.SENT) == CONNECTIONS * ROUNDS);
        for (long index = transcript.first(); index < transcript.end(); index++) {
            Row row = transcript.row(index);
            if (row != null && row.kind() == kind) {
                digests.get(row.connection() - 1).update(transcript.bytes(index, 0, row.length()));
            }
        }
        return digests;
    }

    private static MessageDigest all(Transcript transcript, RowFilter filter) {
        MessageDigest digest = sha256();
        for (long index = transcript.first(); index < transcript.end(); index++) {
            Row row = transcript.row(index);
            if (row != null && filter.accepts(row.kind())) {
                digest.update(transcript.bytes(index, 0, row.length()));
            }
        }
        return digest;
    }

    private static List<MessageDigest> digests(int count) {
        return IntStream.range(0, count).mapToObj(_ -> sha256()).toList();
    }

    private static List<String> hex(List<MessageDigest> digests) {
        return digests.stream().map(LoadTest::hex).toList();
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError(missing);
        }
    }
}
