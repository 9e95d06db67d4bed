package org.socklens.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.socklens.traffic.Kind;

/// Conversations with programs that we did not write, in both directions.
class ProgramsNotOursTest extends EngineTest {
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
