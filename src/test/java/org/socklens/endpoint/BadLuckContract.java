package org.socklens.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.socklens.posix.Errno;
import org.socklens.traffic.Kind;
import org.socklens.traffic.RowFilter;

/// Peers that die, stall or take the name away, and descriptors that run out.
abstract class BadLuckContract extends EngineTest {
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
        loadWhatARefusalNeeds();
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

    /// A class that is needed for the first time while no descriptor is left cannot be loaded from a folder.
    private void loadWhatARefusalNeeds() {
        Engine.awaitClosed(engine.attempt(directory.resolve("nobody"), 16));
    }

    @Test
    void anotherFileUnderTheNameIsLeftAlone() throws Exception {
        try (EchoServer server = engine.listen(socket(), 16)) {
            assertThat(server.state()).isInstanceOf(ServerState.Listening.class);
            Files.delete(socket());
            Files.writeString(socket(), "not ours");
        }
        assertThat(socket()).hasContent("not ours");
    }

    @Test
    void aServerProcessThatDiesEndsTheStream() throws Exception {
        try (Peer peer = Peer.python(
                "import socket,sys,time\ns=socket.socket(socket.AF_UNIX)\ns.bind(sys.argv[1])\ns.listen()\n"
                        + "print('go',flush=True)\nc,_=s.accept()\ntime.sleep(60)",
                socket().toString())) {
            assertThat(peer.readLine()).isEqualTo("go");
            try (Client client = engine.connect(socket(), 4096)) {
                peer.kill();
                await().until(() -> Engine.kinds(engine.clientTranscript).contains(Kind.END_OF_STREAM));
                assertThat(client.state()).isNotInstanceOf(ClientState.Connecting.class);
            }
        }
    }
}
