package org.socklens.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socklens.posix.Errno;
import org.socklens.socket.Listener;
import org.socklens.traffic.Kind;
import org.socklens.traffic.Row;
import org.socklens.traffic.RowFilter;
import org.socklens.traffic.Transcript;

class EchoTest {
    @TempDir
    Path directory = Path.of("");

    private final Engine engine = new Engine();

    private Path socket() {
        return directory.resolve("echo.sock");
    }

    @AfterEach
    void nothingIsLeft() {
        engine.close();
    }

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
                        assertThat(info.peer().pid()).isEqualTo((int) ProcessHandle.current().pid());
                    });
        }
        assertThat(Files.exists(socket())).as("the socket file after stop").isFalse();
    }

    @Test
    void everyChunkRowLeadsToItsSystemCall() {
        try (EchoServer server = engine.listen(socket(), 16);
                Client client = engine.connect(socket(), 4096)) {
            assertThat(server.clients()).hasSizeLessThanOrEqualTo(1);
            client.send("hello".getBytes(UTF_8));
            await().until(() -> engine.clientTranscript.bytesReceived() == 5);
            for (Row row : Engine.rows(engine.serverTranscript)) {
                if (row.kind() == Kind.RECEIVED) {
                    var call = engine.trace.at(engine.trace.find(row.call()));
                    assertThat(call).isNotNull();
                    assertThat(String.valueOf(call)).contains("recvmsg(").contains("16 bytes, 0) = 5");
                }
            }
        }
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
    void aClientThatNeverReadsIsHeldUpAndStopStillWorks() throws Exception {
        try (EchoServer server = engine.listen(socket(), 65_536);
                Peer peer = Peer.python(
                        "import socket,sys\ns=socket.socket(socket.AF_UNIX)\ns.connect(sys.argv[1])\n"
                                + "print('go',flush=True)\ns.sendall(b'x'*(300<<20))",
                        socket().toString())) {
            assertThat(peer.readLine()).isEqualTo("go");
            await().until(() -> Engine.count(engine.serverTranscript, RowFilter.SENT) > 0);
            await().during(Duration.ofMillis(300))
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> engine.serverTranscript.bytesReceived() < 10 << 20);
            server.stop();
            assertThat(Engine.awaitStopped(server).failure()).isNull();
        }
    }

    @Test
    void aClientThatIsKilledEndsAsClosedOrReset() throws Exception {
        try (EchoServer server = engine.listen(socket(), 16);
                Peer peer = Peer.python(
                        "import socket,sys,time\ns=socket.socket(socket.AF_UNIX)\ns.connect(sys.argv[1])\n"
                                + "s.sendall(b'x'*100)\nprint('go',flush=True)\ntime.sleep(60)",
                        socket().toString())) {
            assertThat(peer.readLine()).isEqualTo("go");
            await().until(() -> engine.serverTranscript.bytesSent() == 100);
            peer.kill();
            await().until(() -> server.clients().getFirst().state() == ClientInfo.State.CLOSED
                    || server.clients().getFirst().state() == ClientInfo.State.RESET);
            assertThat(server.clients().getFirst().peer().pid()).isEqualTo((int) peer.pid());
            assertThat(server.clients().getFirst().peer().program()).startsWith("python");
        }
    }

    @Test
    void threeHundredMebibytesSentAtOnceComeBack() throws Exception {
        String script =
                """
                import socket,sys,threading
                s=socket.socket(socket.AF_UNIX); s.connect(sys.argv[1])
                block=bytes(range(256))*4096
                def send():
                    for _ in range(300): s.sendall(block)
                    s.shutdown(socket.SHUT_WR)
                threading.Thread(target=send).start()
                n=0
                while True:
                    d=s.recv(1<<20)
                    if not d: break
                    k=n%256
                    assert d==(block+block)[k:k+len(d)]
                    n+=len(d)
                print(n)
                """;
        try (EchoServer server = engine.listen(socket(), 65_536);
                Peer peer = Peer.python(script, socket().toString())) {
            assertThat(peer.output().strip()).isEqualTo(Long.toString(300L << 20));
            assertThat(server.clients().getFirst().received()).isEqualTo(300L << 20);
        }
    }

    @Test
    void withoutDescriptorsConnectionsStayQueuedAndAreAcceptedLater() throws Exception {
        String script =
                """
                import os,resource,socket,sys
                pid=int(sys.argv[2]); old=resource.prlimit(pid,resource.RLIMIT_NOFILE)
                used=set(map(int,os.listdir('/proc/%d/fd'%pid)))
                free=next(n for n in range(1<<20) if n not in used)
                resource.prlimit(pid,resource.RLIMIT_NOFILE,(free,old[1]))
                try:
                    s=socket.socket(socket.AF_UNIX); s.connect(sys.argv[1]); print('go',flush=True)
                    sys.stdin.readline()
                finally:
                    resource.prlimit(pid,resource.RLIMIT_NOFILE,old)
                s.sendall(b'hi'); print(s.recv(2).decode())
                """;
        try (EchoServer server = engine.listen(socket(), 16);
                Peer peer = Peer.python(
                        script, socket().toString(), Long.toString(ProcessHandle.current().pid()))) {
            assertThat(peer.readLine()).isEqualTo("go");
            await().until(() -> server.state() instanceof ServerState.Listening listening
                    && listening.trouble() != null
                    && listening.trouble().errno().equals(Errno.EMFILE));
            peer.type("\n");
            assertThat(peer.readLine()).isEqualTo("hi");
            await().until(() -> server.state() instanceof ServerState.Listening listening && listening.trouble() == null);
        }
    }

    @Test
    void theNameIsToldGoneAndReplacedAndAnotherFileIsLeftAlone() throws Exception {
        try (EchoServer server = engine.listen(socket(), 16)) {
            Files.delete(socket());
            await().until(() -> name(server) == Listener.Name.GONE);
            Files.writeString(socket(), "not ours");
            await().until(() -> name(server) == Listener.Name.REPLACED);
        }
        assertThat(socket()).hasContent("not ours");
    }

    private static Listener.Name name(EchoServer server) {
        return server.state() instanceof ServerState.Listening listening ? listening.name() : Listener.Name.OURS;
    }

    @Test
    void twoHundredClientsGetEveryByteBackUnderTheirOwnNumber() throws Exception {
        String script =
                """
                import socket,sys,threading
                def talk(i):
                    s=socket.socket(socket.AF_UNIX); s.connect(sys.argv[1])
                    for n in range(100):
                        m=b'%04d-%04d;'%(i,n); s.sendall(m); got=b''
                        while len(got)<len(m): got+=s.recv(64)
                        assert got==m
                    s.close()
                ts=[threading.Thread(target=talk,args=(i,)) for i in range(200)]
                [t.start() for t in ts]; [t.join() for t in ts]
                print('done')
                """;
        try (EchoServer server = engine.listen(socket(), 64);
                Peer peer = Peer.python(script, socket().toString())) {
            assertThat(peer.output().strip()).isEqualTo("done");
            await().until(() -> server.clients().stream().allMatch(info -> info.state() == ClientInfo.State.CLOSED));
            assertThat(server.clients()).hasSize(200).allSatisfy(info -> {
                assertThat(info.received()).isEqualTo(1000);
                assertThat(info.sent()).isEqualTo(1000);
            });
        }
    }

    @Test
    void fiveHundredStartsAndConnectsLeaveNoDescriptorAndNoThread() throws IOException {
        cycle();
        long before = Engine.descriptors();
        for (int i = 0; i < 500; i++) {
            cycle();
        }
        assertThat(Engine.descriptors()).isEqualTo(before);
        assertThat(Engine.threads()).isZero();
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

    @Test
    void aServerProcessThatDiesEndsTheClient() throws Exception {
        try (Peer peer = Peer.python(
                "import socket,sys,time\ns=socket.socket(socket.AF_UNIX)\ns.bind(sys.argv[1])\ns.listen()\n"
                        + "print('go',flush=True)\nc,_=s.accept()\ntime.sleep(60)",
                socket().toString())) {
            assertThat(peer.readLine()).isEqualTo("go");
            Client client = engine.connect(socket(), 4096);
            peer.kill();
            Engine.awaitClosed(client);
            assertThat(Engine.kinds(engine.clientTranscript)).contains(Kind.END_OF_STREAM);
        }
    }

    @Test
    void pythonServerReceivesBy16AndSendsBack() throws Exception {
        String script =
                """
                import socket,sys
                s=socket.socket(socket.AF_UNIX); s.bind(sys.argv[1]); s.listen(); print('go',flush=True)
                c,_=s.accept()
                while True:
                    d=c.recv(16)
                    if not d: break
                    c.sendall(d)
                """;
        try (Peer peer = Peer.python(script, socket().toString())) {
            assertThat(peer.readLine()).isEqualTo("go");
            try (Client client = engine.connect(socket(), 4096)) {
                client.send("x".repeat(42).getBytes(UTF_8));
                client.halfClose();
                assertThat(Engine.awaitClosed(client).failure()).isNull();
                assertThat(engine.clientTranscript.bytesReceived()).isEqualTo(42);
            }
            assertThat(peer.exitCode()).isZero();
        }
    }

    @Test
    void pythonClientSendsAllAtOnceAndReceivesBy16() throws Exception {
        String script =
                """
                import socket,sys
                s=socket.socket(socket.AF_UNIX); s.connect(sys.argv[1])
                s.sendall(b'Sixteen bytes at a time, then the last ten'); s.shutdown(socket.SHUT_WR)
                got=[]
                while True:
                    d=s.recv(16)
                    if not d: break
                    got.append(d)
                print(b''.join(got).decode())
                """;
        try (EchoServer server = engine.listen(socket(), 16);
                Peer peer = Peer.python(script, socket().toString())) {
            assertThat(peer.output().strip()).isEqualTo("Sixteen bytes at a time, then the last ten");
            assertThat(Engine.lengths(engine.serverTranscript, Kind.RECEIVED)).containsExactly(16, 16, 10);
            assertThat(server.clients()).hasSize(1);
        }
    }

    @Test
    void socatAndNetcatsTalkToTheServer() throws Exception {
        List<String[]> programs = List.of(
                new String[] {"socat", "-t5", "-", "UNIX-CONNECT:" + socket()},
                new String[] {"nc", "-N", "-U", socket().toString()},
                new String[] {"ncat", "-U", socket().toString()});
        try (EchoServer server = engine.listen(socket(), 16)) {
            for (String[] program : programs) {
                try (Peer peer = Peer.start(program)) {
                    peer.type("hello from " + program[0] + "\n");
                    assertThat(peer.readLine()).isEqualTo("hello from " + program[0]);
                    peer.endInput();
                    assertThat(peer.exitCode()).isZero();
                }
            }
            assertThat(server.clients()).hasSize(3);
        }
    }

    @Test
    void ourClientTalksToSocatAndNetcats() throws Exception {
        List<String[]> programs = List.of(
                new String[] {"socat", "UNIX-LISTEN:" + socket(), "EXEC:cat"},
                new String[] {"nc", "-l", "-U", socket().toString()},
                new String[] {"ncat", "-l", "-U", socket().toString()});
        for (String[] program : programs) {
            engine.clientTranscript.clear();
            try (Peer peer = Peer.start(program)) {
                await().until(() -> Files.exists(socket()));
                Client client = await().ignoreExceptions().until(() -> listening(), c -> c != null);
                client.send("hello\n".getBytes(UTF_8));
                if (program[0].equals("socat")) {
                    await().until(() -> engine.clientTranscript.bytesReceived() == 6);
                } else {
                    assertThat(peer.readLine()).isEqualTo("hello");
                }
                client.close();
            }
            Files.deleteIfExists(socket());
        }
    }

    private Client listening() {
        Client client = engine.attempt(socket(), 4096);
        await().until(() -> !(client.state() instanceof ClientState.Connecting));
        if (client.state() instanceof ClientState.Connected) {
            return client;
        }
        client.close();
        throw new UncheckedIOException(new IOException("not listening yet"));
    }
}
