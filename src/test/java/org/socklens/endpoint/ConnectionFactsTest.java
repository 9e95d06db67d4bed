package org.socklens.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.socklens.endpoint.habit.Habit;
import org.socklens.posix.ProcessStatus;
import org.socklens.socket.Address;
import org.socklens.socket.Binding;
import org.socklens.socket.Credentials;
import org.socklens.socket.SocketType;
import org.socklens.system.peer.ConnectionFacts;
import org.socklens.system.peer.ConnectionLook;
import org.socklens.system.peer.PeerProcess;

/// What the kernel tells of a connection and of the process at its other end.
class ConnectionFactsTest extends EngineTest {
    private final ConnectionLook look = new ConnectionLook();

    private EchoServer listen(SocketType type, int backlog, Habit habit) {
        Address address = Address.Path.of(socket().toString());
        return engine.listen(new ServerSettings(Binding.of(type, address), 65_536, backlog), habit);
    }

    private static long inode(Client client) {
        return ((ClientState.Connected) client.state()).inode();
    }

    private static ClientInfo accepted(EchoServer server) {
        await().until(() -> !server.clients().isEmpty());
        return server.clients().getFirst();
    }

    private ConnectionFacts until(long inode, Predicate<ConnectionFacts> condition) {
        return await().until(() -> look.at(inode), facts -> facts.filter(condition).isPresent()).orElseThrow();
    }

    @Test
    void bytesQueuedInBothDirectionsAreSeenFromBothEnds() {
        try (EchoServer server = listen(SocketType.STREAM, 128, new Habit.StopReading());
                Client client = engine.connect(socket(), 4096)) {
            client.send(new byte[1000]);
            ConnectionFacts facts = until(inode(client), now -> now.unreadByPeer() == 1000);
            assertThat(facts.unread()).isZero();
            assertThat(facts.sendMemory()).isGreaterThan(1000);
            assertThat(facts.peer()).isEqualTo(accepted(server).inode());
            ConnectionFacts other = look.at(accepted(server).inode()).orElseThrow();
            assertThat(other.unread()).isEqualTo(1000);
            assertThat(other.peer()).isEqualTo(inode(client));
        }
    }

    @Test
    void aQueuedConnectionHasNoSocketAtItsOtherEndYet() {
        try (EchoServer server = listen(SocketType.STREAM, 5, new Habit.StopAccepting());
                Client client = engine.connect(socket(), 4096)) {
            assertThat(look.at(inode(client))).hasValueSatisfying(facts -> assertThat(facts.hasPeer()).isFalse());
            server.habit(new Habit.Echo());
            until(inode(client), ConnectionFacts::hasPeer);
        }
    }

    @Test
    void theKernelDoublesTheBufferThatWasAskedForAndTheSendWaitsSooner() {
        try (EchoServer server = listen(SocketType.STREAM, 128, new Habit.StopReading());
                Client client = engine.connect(socket(), 4096)) {
            client.bufferSizes(10_000, 20_000);
            ConnectionFacts facts = until(inode(client), now -> now.sendBuffer() == 20_000);
            assertThat(facts.receiveBuffer()).isEqualTo(40_000);
            client.send(new byte[1_000_000]);
            until(inode(client), now -> now.unreadByPeer() > 0 && now.sendMemory() >= 16_000);
            assertThat(look.at(inode(client)).orElseThrow().unreadByPeer()).isLessThan(40_000);
            server.bufferSizes(accepted(server).number(), 5_000, 6_000);
            until(accepted(server).inode(), now -> now.sendBuffer() == 10_000 && now.receiveBuffer() == 12_000);
        }
    }

    @Test
    void ssShowsTheSameRow() throws Exception {
        for (SocketType type : new SocketType[] {SocketType.STREAM, SocketType.SEQPACKET}) {
            try (EchoServer server = listen(type, 128, new Habit.StopReading());
                    Client client = engine.connect(
                            new ClientSettings(type, Address.Path.of(socket().toString()), 4096))) {
                client.send(new byte[77]);
                String ours = until(accepted(server).inode(), now -> now.unread() == 77).ss();
                String theirs = look.at(inode(client)).orElseThrow().ss();
                try (Peer ss = Peer.start("ss", "-xanH")) {
                    assertThat(ss.output().lines().map(line -> line.strip().replaceAll("\\s+", " ")))
                            .contains(ours, theirs);
                }
            }
        }
    }

    @Test
    void theCredentialsOfADeadPeerStayAndItsEndIsTold() throws Exception {
        try (EchoServer server = listen(SocketType.STREAM, 128, new Habit.StopReading());
                Peer peer = Peer.python(
                        "import socket,sys\ns=socket.socket(socket.AF_UNIX)\ns.connect(sys.argv[1])\n"
                                + "print('go',flush=True)\nsys.stdin.read()",
                        socket().toString())) {
            assertThat(peer.readLine()).isEqualTo("go");
            Credentials credentials = accepted(server).peer();
            assertThat(credentials.program()).startsWith("python");
            assertThat(PeerProcess.of(credentials.pid(), credentials.started())).isInstanceOf(PeerProcess.Runs.class);
            peer.kill();
            assertThat(peer.exitCode()).isNotZero();
            PeerProcess after = await().until(
                    () -> PeerProcess.of(credentials.pid(), credentials.started()),
                    process -> !(process instanceof PeerProcess.Zombie));
            assertThat(after).isInstanceOf(PeerProcess.Gone.class);
            assertThat(after.words()).startsWith("it has ended since: these are the credentials of a moment");
            assertThat(accepted(server).peer()).isEqualTo(credentials);
        }
    }

    @Test
    void aPidThatWentToAnotherProcessIsTold() {
        int pid = (int) ProcessHandle.current().pid();
        long started = ProcessStatus.of(pid).map(ProcessStatus::started).orElseThrow();
        assertThat(PeerProcess.of(pid, started)).isInstanceOf(PeerProcess.Runs.class);
        assertThat(PeerProcess.of(pid, started - 1).words())
                .isEqualTo("it has ended since: the pid belongs to another process now (java)");
    }

    @Test
    void aProcessOfAnotherPidNamespaceCannotBeSeen() {
        assertThat(PeerProcess.of(0, PeerProcess.UNKNOWN_START).words()).isEqualTo("it cannot be seen from here");
    }

    @Test
    void aSocketThatIsGoneHasNoFacts() {
        long inode;
        try (EchoServer server = listen(SocketType.STREAM, 128, new Habit.Echo());
                Client client = engine.connect(socket(), 4096)) {
            inode = inode(client);
            assertThat(server.clients()).hasSizeLessThan(2);
        }
        assertThat(look.at(inode)).isEqualTo(Optional.empty());
    }
}
