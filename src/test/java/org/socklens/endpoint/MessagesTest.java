package org.socklens.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.socklens.posix.Errno;
import org.socklens.socket.Address;
import org.socklens.socket.Binding;
import org.socklens.socket.SocketType;
import org.socklens.traffic.Kind;
import org.socklens.traffic.Row;

/// What datagrams and sequenced packets do that streams do not.
class MessagesTest extends EngineTest {
    private Address there() {
        return Address.Path.of(socket().toString());
    }

    private Client connect(SocketType type, Address own, int readSize) {
        return engine.connect(new ClientSettings(type, there(), own, readSize, Senders.UNASKED));
    }

    private Client connect(SocketType type) {
        return engine.connect(new ClientSettings(type, there(), 4096));
    }

    private List<Row> received() {
        return Engine.rows(engine.serverTranscript).stream()
                .filter(row -> row.kind() == Kind.RECEIVED)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"DGRAM", "SEQPACKET"})
    void aMessageOf5BytesReadBy2IsCutAndTheRestIsToldLost(SocketType type) {
        try (EchoServer server = engine.listen(type, there(), 2);
                Client client = connect(type)) {
            client.send("hello".getBytes(UTF_8));
            client.send("next".getBytes(UTF_8));
            await().until(() -> engine.clientTranscript.bytesReceived() == 4);
            assertThat(received()).extracting(Row::length).containsExactly(2, 2);
            assertThat(received()).extracting(Row::messageLength).containsExactly(5, 4);
            assertThat(Engine.texts(engine.serverTranscript, Kind.TRUNCATED))
                    .containsExactly(
                            "MSG_TRUNC: the message has 5 bytes, the receive took 2; the other 3 are lost",
                            "MSG_TRUNC: the message has 4 bytes, the receive took 2; the other 2 are lost");
            assertThat(server.clients()).hasSize(1);
        }
    }

    @Test
    void aStreamReadBy2LosesNothing() {
        try (EchoServer server = engine.listen(SocketType.STREAM, there(), 2);
                Client client = connect(SocketType.STREAM)) {
            client.send("hello".getBytes(UTF_8));
            await().until(() -> engine.clientTranscript.bytesReceived() == 5);
            assertThat(received()).noneMatch(Row::isMessage);
            assertThat(Engine.texts(engine.serverTranscript, Kind.TRUNCATED)).isEmpty();
            assertThat(server.clients()).hasSize(1);
        }
    }

    @Test
    void emptyMessagesAreNoEndOfStream() {
        try (EchoServer server = engine.listen(SocketType.SEQPACKET, there(), 16);
                Client client = connect(SocketType.SEQPACKET)) {
            client.send(new byte[0]);
            client.send(new byte[0]);
            client.halfClose();
            assertThat(Engine.awaitClosed(client).failure()).isNull();
            assertThat(received()).extracting(Row::length).containsExactly(0, 0);
            assertThat(Engine.kinds(engine.serverTranscript)).containsOnlyOnce(Kind.END_OF_STREAM);
            assertThat(Engine.lengths(engine.clientTranscript, Kind.RECEIVED)).containsExactly(0, 0);
            assertThat(server.state()).isInstanceOf(ServerState.Listening.class);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DGRAM", "SEQPACKET"})
    void aMessageAboveTheSendBufferIsRefusedWithBothNumbersAndTheConnectionLives(SocketType type) {
        try (EchoServer server = engine.listen(type, there(), 4096);
                Client client = connect(type)) {
            client.send(new byte[300_000]);
            client.send("small".getBytes(UTF_8));
            await().until(() -> engine.clientTranscript.bytesReceived() == 5);
            assertThat(Engine.texts(engine.clientTranscript, Kind.ERROR))
                    .singleElement()
                    .satisfies(text -> assertThat(text)
                            .startsWith("sendmsg: EMSGSIZE (90, Message too long). The message has 300,000 bytes; ")
                            .contains("the send buffer takes one of at most 212,960"));
            assertThat(client.waiting()).isZero();
            assertThat(server.clients()).hasSize(1);
        }
    }

    @Test
    void theRefusalIsShownUntilTheNextMessageGoes() {
        try (EchoServer server = engine.listen(SocketType.DGRAM, there(), 4096);
                Client client = connect(SocketType.DGRAM)) {
            client.send(new byte[300_000]);
            await().until(() -> refusal(client).startsWith("sendmsg: EMSGSIZE"));
            client.send(new byte[1]);
            await().until(() -> refusal(client).isEmpty());
            assertThat(server.state()).isInstanceOf(ServerState.Listening.class);
        }
    }

    private static String refusal(Client client) {
        return client.state() instanceof ClientState.Connected connected ? connected.refusal() : "";
    }

    @Test
    void anUnboundClientGetsNoAnswerAndBothSidesSaySo() {
        try (EchoServer server = engine.listen(SocketType.DGRAM, there(), 4096);
                Client client = connect(SocketType.DGRAM, new Address.Unnamed(), 4096)) {
            client.send("hello".getBytes(UTF_8));
            await().until(() -> engine.serverTranscript.bytesReceived() == 5);
            assertThat(Engine.texts(engine.serverTranscript, Kind.SENDER))
                    .containsExactly("unnamed: it is not bound, so no answer can reach it");
            assertThat(Engine.texts(engine.clientTranscript, Kind.CONNECTED))
                    .containsExactly("sends to " + socket() + " without a name: no answer can come");
            assertThat(engine.serverTranscript.bytesSent()).isZero();
            assertThat(server.clients()).hasSize(1);
        }
    }

    @Test
    void aClientBoundToAPathGetsItsAnswerAndRemovesItsOwnFile() {
        Path own = directory.resolve("own.sock");
        try (EchoServer server = engine.listen(SocketType.DGRAM, there(), 4096)) {
            try (Client client = connect(SocketType.DGRAM, Address.Path.of(own.toString()), 4096)) {
                client.send("hello".getBytes(UTF_8));
                await().until(() -> engine.clientTranscript.bytesReceived() == 5);
                assertThat(own).exists();
            }
            assertThat(own).doesNotExist();
            assertThat(server.clients().getFirst().address()).isEqualTo(Address.Path.of(own.toString()));
        }
    }

    @Test
    void aFileThatTookThePlaceOfTheClientsOwnIsLeftAlone() throws Exception {
        Path own = directory.resolve("own.sock");
        try (EchoServer server = engine.listen(SocketType.DGRAM, there(), 4096)) {
            try (Client client = connect(SocketType.DGRAM, Address.Path.of(own.toString()), 4096)) {
                Files.delete(own);
                Files.writeString(own, "not ours");
                client.send("hello".getBytes(UTF_8));
                await().until(() -> Engine.texts(engine.serverTranscript, Kind.ERROR).size() == 1);
            }
            assertThat(own).hasContent("not ours");
            assertThat(Engine.texts(engine.serverTranscript, Kind.ERROR).getFirst())
                    .startsWith("sendmsg: ECONNREFUSED (111, Connection refused): no answer to " + own);
            assertThat(server.clients().getFirst().state()).isEqualTo(ClientInfo.State.GONE);
        }
    }

    @Test
    void aTakenOwnNameIsRefusedAtBind() throws Exception {
        Path own = Files.writeString(directory.resolve("own.sock"), "not ours");
        try (EchoServer server = engine.listen(SocketType.DGRAM, there(), 4096)) {
            Client client = engine.attempt(new ClientSettings(
                    SocketType.DGRAM, there(), Address.Path.of(own.toString()), 4096, Senders.UNASKED));
            assertThat(Engine.awaitClosed(client).failure()).hasMessage("bind: " + Errno.EADDRINUSE);
            assertThat(own).hasContent("not ours");
            assertThat(server.state()).isInstanceOf(ServerState.Listening.class);
        }
    }

    @Test
    void sendingToADatagramServerThatHasGoneIsEconnrefused() {
        EchoServer server = engine.listen(SocketType.DGRAM, there(), 4096);
        Client client = connect(SocketType.DGRAM);
        server.close();
        client.send("hello".getBytes(UTF_8));
        assertThat(Engine.awaitClosed(client).failure()).hasMessage("sendmsg: " + Errno.ECONNREFUSED);
    }

    @ParameterizedTest
    @EnumSource(names = {"STREAM", "SEQPACKET"})
    void sendingToAPeerThatReadsNoMoreIsEpipeAndNeverASignal(SocketType type) throws Exception {
        String script =
                """
                import socket,sys
                s=socket.socket(socket.AF_UNIX,getattr(socket,'SOCK_'+sys.argv[1])); s.bind(sys.argv[2]); s.listen()
                print('go',flush=True); c,_=s.accept(); c.shutdown(socket.SHUT_RD); print('shut',flush=True)
                sys.stdin.readline()
                """;
        try (Peer peer = Peer.python(script, type.name(), socket().toString())) {
            assertThat(peer.readLine()).isEqualTo("go");
            Client client = connect(type);
            assertThat(peer.readLine()).isEqualTo("shut");
            client.send("hello".getBytes(UTF_8));
            assertThat(Engine.awaitClosed(client).failure()).hasMessage("sendmsg: " + Errno.EPIPE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void connectingWithAnotherTypeIsEprototype(SocketType stands) {
        SocketType tried = stands == SocketType.STREAM ? SocketType.DGRAM : SocketType.STREAM;
        try (EchoServer server = engine.listen(stands, there(), 16)) {
            Client client = engine.attempt(new ClientSettings(tried, there(), 16));
            assertThat(Engine.awaitClosed(client).failure()).hasMessage("connect: " + Errno.EPROTOTYPE);
            assertThat(server.state()).isInstanceOf(ServerState.Listening.class);
        }
    }

    @Test
    void aReceiverThatDoesNotReadHoldsTheServerUpForASecondOnlyOnce() throws Exception {
        String script =
                """
                import socket,sys
                s=socket.socket(socket.AF_UNIX,socket.SOCK_DGRAM); s.bind('')
                for i in range(40): s.sendto(b'%d'%i,sys.argv[1])
                print('sent',flush=True); sys.stdin.readline()
                """;
        try (EchoServer server = engine.listen(SocketType.DGRAM, there(), 16);
                Peer deaf = Peer.python(script, socket().toString())) {
            assertThat(deaf.readLine()).isEqualTo("sent");
            await().until(() -> received().size() == 40);
            await().until(() -> !Engine.texts(engine.serverTranscript, Kind.ERROR).isEmpty());
            assertThat(Engine.texts(engine.serverTranscript, Kind.ERROR).getFirst())
                    .startsWith("an answer was given up: the queue of @");
            try (Client client = connect(SocketType.DGRAM)) {
                client.send("hello".getBytes(UTF_8));
                await().until(() -> engine.clientTranscript.bytesReceived() == 5);
            }
            assertThat(server.clients())
                    .extracting(ClientInfo::state)
                    .containsExactly(ClientInfo.State.DEAF, ClientInfo.State.SEEN);
        }
    }

    @Test
    void aThousandDatagramsInOneGoComeBackInOrder() {
        try (EchoServer server = engine.listen(SocketType.DGRAM, there(), 16);
                Client client = connect(SocketType.DGRAM)) {
            for (int i = 0; i < 1000; i++) {
                client.send("%03d".formatted(i).getBytes(UTF_8));
            }
            await().until(() -> engine.clientTranscript.bytesReceived() == 3000);
            List<String> back = Engine.rows(engine.clientTranscript).stream()
                    .filter(row -> row.kind() == Kind.RECEIVED)
                    .map(row -> new String(engine.clientTranscript.bytes(row.row(), 0, 9), UTF_8))
                    .toList();
            assertThat(back).hasSize(1000).isSorted();
            assertThat(server.clients()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatAsksIsToldWhoSends(SocketType type) {
        ServerSettings settings = new ServerSettings(Binding.of(type, there()), 16, 128, Senders.ASKED);
        try (EchoServer server = engine.listen(settings);
                Client client = connect(type)) {
            client.send("hello".getBytes(UTF_8));
            await().until(() -> engine.clientTranscript.bytesReceived() == 5);
            assertThat(Engine.texts(engine.serverTranscript, Kind.SENDER))
                    .singleElement()
                    .satisfies(text -> assertThat(text)
                            .contains("pid " + ProcessHandle.current().pid())
                            .contains("uid "));
            assertThat(server.clients().getFirst().peer().pid()).isEqualTo((int) ProcessHandle.current().pid());
        }
    }

    @ParameterizedTest
    @EnumSource
    void fiftyStartsAndConnectsLeaveNoDescriptor(SocketType type) throws Exception {
        cycle(type);
        long before = Engine.descriptors();
        for (int i = 0; i < 50; i++) {
            cycle(type);
        }
        assertThat(Engine.descriptors()).isEqualTo(before);
    }

    private void cycle(SocketType type) {
        EchoServer server =
                new EchoServer(engine.door, new ServerSettings(Binding.of(type, there()), 16, 128), engine.serverTranscript);
        server.start();
        quickly().until(() -> server.state() instanceof ServerState.Listening);
        Client client = engine.attempt(new ClientSettings(type, there(), 4096));
        quickly().until(() -> client.state() instanceof ClientState.Connected);
        client.close();
        server.close();
    }

    private static ConditionFactory quickly() {
        return await().pollInterval(Duration.ofMillis(1));
    }
}
