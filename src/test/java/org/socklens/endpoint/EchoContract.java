package org.socklens.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.socklens.traffic.Kind;
import org.socklens.traffic.Row;
import org.socklens.traffic.RowFilter;
import org.socklens.traffic.Transcript;

/// What an echo does through any door.
abstract class EchoContract extends EngineTest {
    @Test
    void aMessageOf42BytesIsEchoedInChunksOf16And16And10() throws Exception {
        try (EchoServer server = engine.listen(socket(), 16);
                Client client = engine.connect(socket(), 4096)) {
            client.send("Sixteen bytes at a time, then the last ten".getBytes(UTF_8));
            await().until(() -> engine.clientTranscript.bytesReceived() == 42);
            assertThat(Engine.lengths(engine.serverTranscript, Kind.RECEIVED)).containsExactly(16, 16, 10);
            assertThat(Engine.lengths(engine.serverTranscript, Kind.SENT)).containsExactly(16, 16, 10);
            assertThat(Engine.rows(engine.serverTranscript).stream()
                            .filter(row -> row.kind() == Kind.RECEIVED)
                            .map(Row::offset))
                    .containsExactly(0L, 16L, 32L);
            client.disconnect();
            assertThat(Engine.awaitClosed(client).failure()).isNull();
            await().until(() -> Engine.kinds(engine.serverTranscript).contains(Kind.END_OF_STREAM));
            assertThat(server.clients())
                    .singleElement()
                    .satisfies(info -> {
                        assertThat(info.state()).isEqualTo(ClientInfo.State.CLOSED);
                        assertThat(info.received()).isEqualTo(42);
                    });
        }
        assertThat(Files.exists(socket())).as("the socket file after stop").isFalse();
    }

    @Test
    void halfCloseStillBringsTheReply() {
        try (EchoServer server = engine.listen(socket(), 4096);
                Client client = engine.connect(socket(), 4096)) {
            client.send(new byte[100_000]);
            client.halfClose();
            assertThat(Engine.awaitClosed(client).failure()).isNull();
            assertThat(engine.clientTranscript.bytesReceived()).isEqualTo(100_000);
            assertThat(Engine.kinds(engine.clientTranscript))
                    .contains(Kind.HALF_CLOSED, Kind.END_OF_STREAM, Kind.CLOSED);
            assertThat(server.state()).isInstanceOf(ServerState.Listening.class);
        }
    }

    @Test
    void sixteenMebibytesComeBackUnchanged() throws Exception {
        byte[] sent = new byte[16 << 20];
        new Random(7).nextBytes(sent);
        try (EchoServer server = engine.listen(socket(), 65_536);
                Client client = engine.connect(socket(), 65_536)) {
            assertThat(client.send(sent)).isTrue();
            await().atMost(Duration.ofSeconds(30)).until(() -> engine.clientTranscript.bytesReceived() == sent.length);
            assertThat(received(engine.clientTranscript)).isEqualTo(sha256(sent));
            assertThat(server.clients()).hasSize(1);
        }
    }

    private static String received(Transcript transcript) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (long i = 0; i < transcript.count(RowFilter.RECEIVED); i++) {
            digest.update(transcript.bytes(transcript.rowAt(RowFilter.RECEIVED, i), 0, 1 << 20));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void fiveHundredStartsAndConnectsLeaveNoDescriptorAndNoThread() throws IOException {
        cycle();
        long before = Engine.descriptors();
        for (int i = 0; i < 500; i++) {
            cycle();
        }
        assertThat(Engine.descriptors()).isEqualTo(before);
        await().untilAsserted(() -> assertThat(Engine.threads()).isZero());
        assertThat(Files.exists(socket())).isFalse();
    }

    private void cycle() {
        EchoServer server = engine.start(socket(), 16);
        await().pollInterval(Duration.ofMillis(1)).until(() -> server.state() instanceof ServerState.Listening);
        Client client = engine.attempt(socket(), 16);
        await().pollInterval(Duration.ofMillis(1)).until(() -> client.state() instanceof ClientState.Connected);
        client.close();
        server.close();
    }
}
