package org.socklens.endpoint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.socklens.posix.Errno;
import org.socklens.socket.Address;
import org.socklens.socket.Credentials;
import org.socklens.socket.SocketType;
import org.socklens.traffic.Kind;

/// The contract: every type over every address, in both directions, against Python's socket module and socat.
class TypesAndAddressesTest extends EngineTest {
    private static final byte[] EVERY_BYTE = everyByte();

    /// Sends each message, and each must come back; over a stream byte by byte.
    private static final String PYTHON_CLIENT =
            """
            import socket,sys
            kind=getattr(socket,'SOCK_'+sys.argv[1]); there=bytes.fromhex(sys.argv[2])
            s=socket.socket(socket.AF_UNIX,kind)
            if kind==socket.SOCK_DGRAM: s.bind('')
            s.connect(there)
            messages=[b'hello',bytes(range(256))]+([b''] if kind!=socket.SOCK_STREAM else [])+[b'end']
            for m in messages:
                s.send(m)
                back=s.recv(4096)
                while kind==socket.SOCK_STREAM and len(back)<len(m): back+=s.recv(4096)
                assert back==m,(m,back)
            print('same')
            """;

    private static final String PYTHON_SERVER =
            """
            import socket,sys
            kind=getattr(socket,'SOCK_'+sys.argv[1]); here=bytes.fromhex(sys.argv[2])
            s=socket.socket(socket.AF_UNIX,kind); s.bind(here)
            if kind==socket.SOCK_DGRAM:
                print('go',flush=True)
                while True:
                    d,a=s.recvfrom(4096); s.sendto(d,a)
            s.listen(); print('go',flush=True)
            c,_=s.accept()
            while True:
                d=c.recv(4096)
                if not d and kind==socket.SOCK_STREAM: break
                try: c.send(d)
                except BrokenPipeError: break
            """;

    enum Name {
        PATH,
        ABSTRACT,
        ABSTRACT_OF_ANY_BYTES,
        AUTOBIND
    }

    private static byte[] everyByte() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        return all;
    }

    static Stream<Arguments> typesAndNames() {
        return Stream.of(SocketType.values())
                .flatMap(type -> Stream.of(Name.values()).map(name -> Arguments.of(type, name)));
    }

    static Stream<Arguments> typesAndChosenNames() {
        return typesAndNames().filter(row -> row.get()[1] != Name.AUTOBIND);
    }

    static Stream<Arguments> typesAndNamesForSocat() {
        return typesAndNames().filter(row -> row.get()[1] == Name.PATH || row.get()[1] == Name.ABSTRACT);
    }

    private Address address(Name name) {
        String unique = "socklens-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
        return switch (name) {
            case PATH -> Address.Path.of(socket().toString());
            case ABSTRACT -> new Address.Abstract(unique.getBytes(UTF_8));
            case ABSTRACT_OF_ANY_BYTES -> new Address.Abstract((unique + "\0/\u00ff\n\0\0").getBytes(ISO_8859_1));
            case AUTOBIND -> new Address.Autobind();
        };
    }

    private static String hex(Address address) {
        return switch (address) {
            case Address.Path path -> HexFormat.of().formatHex(path.bytes());
            case Address.Abstract named -> "00" + HexFormat.of().formatHex(named.name());
            case Address.Unnamed _, Address.Autobind _ -> throw new IllegalArgumentException(address + " is no name");
        };
    }

    @ParameterizedTest
    @MethodSource("typesAndNames")
    void aPythonClientGetsBackWhatItSends(SocketType type, Name name) throws Exception {
        try (EchoServer server = engine.listen(type, address(name), 4096);
                Peer peer = Peer.python(PYTHON_CLIENT, type.name(), hex(Engine.addressOf(server)))) {
            assertThat(peer.output()).isEqualTo("same\n");
            assertThat(server.clients()).singleElement().satisfies(client -> {
                assertThat(client.received()).isEqualTo(264);
                assertThat(client.sent()).isEqualTo(264);
            });
        }
        assertThat(Files.exists(socket())).isFalse();
    }

    @ParameterizedTest
    @MethodSource("typesAndChosenNames")
    void ourClientGetsBackFromPythonWhatItSends(SocketType type, Name name) throws Exception {
        Address address = address(name);
        try (Peer peer = Peer.python(PYTHON_SERVER, type.name(), hex(address))) {
            assertThat(peer.readLine()).isEqualTo("go");
            Client client = engine.connect(new ClientSettings(type, address, 4096));
            client.send("hello".getBytes(UTF_8));
            await().until(() -> engine.clientTranscript.bytesReceived() == 5);
            client.send(EVERY_BYTE);
            await().until(() -> engine.clientTranscript.bytesReceived() == 261);
            if (type != SocketType.STREAM) {
                client.send(new byte[0]);
                await().until(() -> Engine.lengths(engine.clientTranscript, Kind.RECEIVED).equals(List.of(5, 256, 0)));
            }
            client.disconnect();
            assertThat(Engine.awaitClosed(client).failure()).isNull();
        }
    }

    private static String[] socatClient(SocketType type, Address address, String own) {
        String there = socatName(address);
        return switch (type) {
            case STREAM -> socat("-t5", "-", there.replace("KIND", "CONNECT"));
            case SEQPACKET -> socat("-t5", "-", there.replace("KIND", "CONNECT") + ",socktype=5");
            case DGRAM -> socat("-t5", "-", there.replace("KIND", "SENDTO") + ",bind=" + own);
        };
    }

    private static String[] socatServer(SocketType type, Address address) {
        String here = socatName(address);
        return switch (type) {
            case STREAM -> socat(here.replace("KIND", "LISTEN"), "EXEC:cat");
            case SEQPACKET -> socat(here.replace("KIND", "LISTEN") + ",socktype=5", "EXEC:cat");
            case DGRAM -> socat(here.replace("KIND", "RECVFROM"), "EXEC:cat");
        };
    }

    private static String[] socat(String... arguments) {
        return Stream.concat(Stream.of("socat"), Stream.of(arguments)).toArray(String[]::new);
    }

    private static String socatName(Address address) {
        return switch (address) {
            case Address.Path path -> "UNIX-KIND:" + path;
            case Address.Abstract named -> "ABSTRACT-KIND:" + new String(named.name(), UTF_8);
            case Address.Unnamed _, Address.Autobind _ -> throw new IllegalArgumentException(address + " is no name");
        };
    }

    @ParameterizedTest
    @MethodSource("typesAndNamesForSocat")
    void socatGetsBackWhatItSends(SocketType type, Name name) throws Exception {
        Address address = address(name);
        String own = switch (address(name)) {
            case Address.Path _ -> directory.resolve("own.sock").toString();
            case Address.Abstract named -> new String(named.name(), UTF_8);
            case Address.Unnamed _, Address.Autobind _ -> "";
        };
        try (EchoServer server = engine.listen(type, address, 4096);
                Peer peer = Peer.start(socatClient(type, address, own))) {
            peer.type("hello\n");
            assertThat(peer.readLine()).isEqualTo("hello");
            assertThat(server.clients()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("typesAndNamesForSocat")
    void ourClientGetsBackFromSocatWhatItSends(SocketType type, Name name) throws Exception {
        Address address = address(name);
        try (Peer peer = Peer.start(socatServer(type, address))) {
            Client client = await().ignoreExceptions().until(() -> connected(type, address), made -> made != null);
            client.send("hello\n".getBytes(UTF_8));
            await().until(() -> engine.clientTranscript.bytesReceived() == 6);
            client.close();
            assertThat(peer.pid()).isPositive();
        }
    }

    private Client connected(SocketType type, Address address) {
        Client client = engine.attempt(new ClientSettings(type, address, 4096));
        await().until(() -> !(client.state() instanceof ClientState.Connecting));
        if (client.state() instanceof ClientState.Connected) {
            return client;
        }
        client.close();
        throw new IllegalStateException("not listening yet");
    }

    @Test
    void anAutoboundServerTellsTheNameThatTheKernelChose() {
        try (EchoServer server = engine.listen(SocketType.STREAM, new Address.Autobind(), 16)) {
            assertThat(Engine.addressOf(server).toString()).matches("@\"[0-9a-f]{5}\"");
            assertThat(Engine.texts(engine.serverTranscript, Kind.LISTENING))
                    .containsExactly("listening at " + Engine.addressOf(server) + ", backlog 128");
        }
    }

    @Test
    void anAbstractNameOfAnotherNetworkNamespaceIsNotThere() throws Exception {
        assumeTrue((int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0, "needs root");
        Address address = address(Name.ABSTRACT);
        try (Peer peer = Peer.start("unshare", "-n", "python3", "-c", PYTHON_SERVER, "STREAM", hex(address))) {
            assertThat(peer.readLine()).isEqualTo("go");
            Client client = engine.attempt(new ClientSettings(SocketType.STREAM, address, 16));
            assertThat(Engine.awaitClosed(client).failure()).hasMessage("connect: " + Errno.ECONNREFUSED);
        }
    }

    @Test
    void aProcessOfAnotherPidNamespaceIsNamedAsSuch() {
        assertThat(new Credentials(0, 1000, 1000, "").text())
                .isEqualTo("a process that this pid namespace cannot see, uid 1000, gid 1000");
        assertThat(Credentials.UNKNOWN.isKnown()).isFalse();
    }
}
