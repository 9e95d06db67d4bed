package org.socklens.system.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socklens.access.TestSockets;
import org.socklens.endpoint.Peer;
import org.socklens.socket.Address;
import org.socklens.socket.SocketType;
import org.socklens.system.Flag;
import org.socklens.system.Holder;
import org.socklens.system.MachineSocket;
import org.socklens.system.Snapshot;
import org.socklens.system.SocketFile;
import org.socklens.system.SocketState;

/// Sockets as one look sees them.
class MachineScanTest {
    @TempDir
    Path directory = Path.of("");

    private final MachineScan scan = new MachineScan();

    @ParameterizedTest
    @ValueSource(strings = {"stream", "seqpacket"})
    void everyStateOfAConnectionIsTold(String kind) throws IOException {
        try (Zoo zoo = Zoo.ofEverything(directory)) {
            Snapshot seen = scan.scan();
            assertThat(zoo.in(seen, kind + "-listener").state()).isEqualTo(SocketState.LISTENING);
            assertThat(zoo.in(seen, kind + "-client").state()).isEqualTo(SocketState.CONNECTED);
            assertThat(zoo.in(seen, kind + "-accepted").state()).isEqualTo(SocketState.CONNECTED);
            assertThat(zoo.in(seen, kind + "-queued").state()).isEqualTo(SocketState.QUEUED);
            assertThat(zoo.in(seen, kind + "-unconnected").state()).isEqualTo(SocketState.UNCONNECTED);
            assertThat(zoo.in(seen, kind + "-half").state()).isEqualTo(SocketState.HALF_CLOSED);
            assertThat(zoo.in(seen, kind + "-half-peer").state()).isEqualTo(SocketState.HALF_CLOSED);
            assertThat(zoo.in(seen, kind + "-shut").state()).isEqualTo(SocketState.SHUT_DOWN);
            assertThat(zoo.in(seen, kind + "-orphan").state()).isEqualTo(SocketState.PEER_CLOSED);
            assertThat(zoo.in(seen, kind + "-listener").type().name()).isEqualToIgnoringCase(kind);
            assertThat(seen.peer(zoo.in(seen, kind + "-client"))).isEqualTo(zoo.in(seen, kind + "-accepted"));
            assertThat(seen.peer(zoo.in(seen, kind + "-queued"))).isEqualTo(zoo.in(seen, kind + "-listener"));
        }
    }

    @Test
    void datagramSocketsAreConnectedOnlyWhenTheyHaveAPeer() throws IOException {
        try (Zoo zoo = Zoo.ofEverything(directory)) {
            Snapshot seen = scan.scan();
            MachineSocket bound = zoo.in(seen, "dgram-bound");
            assertThat(bound.state()).isEqualTo(SocketState.UNCONNECTED);
            assertThat(bound.type()).isEqualTo(SocketType.DGRAM);
            assertThat(bound.isReachable()).isTrue();
            assertThat(zoo.in(seen, "dgram-client").state()).isEqualTo(SocketState.CONNECTED);
            assertThat(seen.peer(zoo.in(seen, "dgram-client"))).isEqualTo(bound);
            assertThat(zoo.in(seen, "dgram-pair").state()).isEqualTo(SocketState.CONNECTED);
            assertThat(zoo.in(seen, "dgram-unconnected").state()).isEqualTo(SocketState.UNCONNECTED);
            assertThat(zoo.in(seen, "abstract").address())
                    .isEqualTo(new Address.Abstract(TestSockets.bytes(Path.of("socklens zoo " + zoo.pid()))));
        }
    }

    @Test
    void eachSocketIsHeldByWhoOpenedIt() throws IOException {
        try (Zoo zoo = Zoo.ofEverything(directory)) {
            Snapshot seen = scan.scan();
            for (String name : zoo.inodes().keySet()) {
                if (!name.equals("done")) {
                    List<Holder> holders = zoo.in(seen, name).holders();
                    assertThat(holders).as(name).hasSize(1);
                    assertThat(holders.getFirst().process().pid()).isEqualTo(zoo.pid());
                    assertThat(holders.getFirst().process().program()).startsWith("python");
                }
            }
        }
    }

    @Test
    void threeClientsOnABacklogOfFiveShowAsThreeOfFive() throws IOException {
        try (Zoo zoo = Zoo.of(
                directory,
                """
                tell('listener', listener(S, sys.argv[1] + '/s', 5))
                for n in range(3): tell('client%d' % n, connected(S, sys.argv[1] + '/s'))
                """)) {
            Snapshot seen = scan.scan();
            MachineSocket listener = zoo.in(seen, "listener");
            assertThat(listener.queues().receive()).isEqualTo(3);
            assertThat(listener.queues().send()).isEqualTo(5);
            assertThat(listener.flags()).doesNotContain(Flag.QUEUE_FULL);
            assertThat(seen.peerHolders(zoo.in(seen, "client2")).getFirst().process().pid()).isEqualTo(zoo.pid());
            assertThat(seen.commonAddress(zoo.in(seen, "client2"))).isEqualTo(listener.address());
        }
    }

    @Test
    void aFullQueueAndAFullSendBufferAreNoticed() throws IOException {
        try (Zoo zoo = Zoo.of(
                directory,
                """
                tell('listener', listener(S, sys.argv[1] + '/s', 1))
                for n in range(2): connected(S, sys.argv[1] + '/s')
                a, b = pair(S)
                a.setblocking(False)
                try:
                    while True: a.send(b'x' * 4096)
                except BlockingIOError: pass
                tell('sender', a)
                tell('receiver', b)
                """)) {
            Snapshot seen = scan.scan();
            assertThat(zoo.in(seen, "listener").flags()).contains(Flag.QUEUE_FULL);
            assertThat(zoo.in(seen, "sender").flags()).contains(Flag.SEND_BLOCKED);
            assertThat(zoo.in(seen, "receiver").queues().receive()).isGreaterThan(100_000);
            assertThat(zoo.in(seen, "receiver").flags()).isEmpty();
        }
    }

    @Test
    void aForkedChildThatKeepsTheDescriptorIsAHolderToo() throws IOException {
        try (Zoo zoo = Zoo.of(
                directory,
                """
                l = listener(S, sys.argv[1] + '/s')
                ready, _ = pair(S)
                r, w = os.pipe()
                child = os.fork()
                if child == 0:
                    os.close(w)
                    os.read(r, 1)
                    os._exit(0)
                os.close(r)
                tell('listener', l)
                print('child', child, flush=True)
                """)) {
            List<Holder> holders = zoo.in(scan.scan(), "listener").holders();
            assertThat(holders).extracting(holder -> (long) holder.process().pid())
                    .containsExactlyInAnyOrder((long) zoo.pid(), zoo.inode("child"));
        }
    }

    @Test
    void thePeersOfThreeDifferentProgramsAreTold() throws IOException {
        String path = directory.resolve("s").toString();
        try (Zoo zoo = Zoo.of(
                        directory,
                        """
                        tell('listener', listener(S, sys.argv[1] + '/s'))
                        """);
                Peer socat = Peer.start("socat", "-", "UNIX-CONNECT:" + path);
                Peer nc = Peer.start("nc", "-U", path);
                Peer python = Peer.python(
                        "import socket,sys\ns=socket.socket(socket.AF_UNIX)\ns.connect(sys.argv[1])\nprint('up',flush=True)\nsys.stdin.read()",
                        path)) {
            assertThat(python.readLine()).isEqualTo("up");
            await().untilAsserted(() -> {
                Snapshot seen = scan.scan();
                Stream<MachineSocket> clients = seen.sockets().stream()
                        .filter(socket -> zoo.in(seen, "listener").equals(seen.peer(socket)));
                assertThat(clients.map(client -> client.holders().getFirst().process().pid()))
                        .containsExactlyInAnyOrder((int) socat.pid(), (int) nc.pid(), (int) python.pid());
            });
        }
    }

    @Test
    void namesOfAnyBytesComeBackAsTheyWereBound() throws IOException {
        byte[] wild = {'a', '\n', 0x1b, '[', '3', '1', 'm', (byte) 0xff, ' ', '\t', '"'};
        byte[] start = TestSockets.bytes(directory.resolve("x"));
        byte[] odd = Arrays.copyOf(start, start.length + wild.length);
        System.arraycopy(wild, 0, odd, start.length, wild.length);
        byte[] longest = Arrays.copyOf(start, 107);
        Arrays.fill(longest, start.length, 107, (byte) 'y');
        try (TestSockets sockets = new TestSockets()) {
            assertThat(sockets.bind(odd)).isZero();
            assertThat(sockets.bind(longest)).isZero();
            Snapshot seen = scan.scan();
            assertThat(seen.sockets())
                    .extracting(MachineSocket::address)
                    .contains(new Address.Path(odd), new Address.Path(longest));
        }
    }

    @Test
    void whatBecameOfASocketFileIsTold() throws IOException {
        Path kept = directory.resolve("kept");
        Path removed = directory.resolve("removed");
        Path replaced = directory.resolve("replaced");
        Path stale = directory.resolve("stale");
        try (TestSockets sockets = new TestSockets()) {
            for (Path path : List.of(kept, removed, replaced, stale)) {
                sockets.listener(path, TestSockets.STREAM, 5);
            }
            Files.delete(removed);
            Files.delete(replaced);
            Files.writeString(replaced, "");
            assertThat(file(kept)).isInstanceOfSatisfying(SocketFile.Present.class, file -> assertThat(file.mode() & 0777)
                    .isEqualTo(mode(kept)));
            assertThat(file(removed)).isInstanceOf(SocketFile.Gone.class);
            assertThat(file(replaced)).isInstanceOf(SocketFile.Replaced.class);
            assertThat(only(kept).flags()).isEmpty();
            assertThat(only(removed).flags()).containsExactly(Flag.FILE_GONE);
            assertThat(only(replaced).flags()).containsExactly(Flag.NAME_TAKEN);
        }
    }

    @Test
    void aConnectionOfAListenerThatIsClosedHasAStaleName() throws IOException {
        Path path = directory.resolve("s");
        try (TestSockets sockets = new TestSockets()) {
            int listener = sockets.listener(path, TestSockets.STREAM, 5);
            sockets.connect(TestSockets.bytes(path), TestSockets.STREAM);
            sockets.accept(listener);
            sockets.close(listener);
            assertThat(only(path).flags()).containsExactly(Flag.STALE_NAME);
        }
    }

    @Test
    void aLookLeavesNoDescriptorOpen() throws IOException {
        scan.scan();
        long before = openDescriptors();
        for (int i = 0; i < 20; i++) {
            scan.scan();
        }
        assertThat(openDescriptors()).isEqualTo(before);
    }

    private static long openDescriptors() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }

    private MachineSocket only(Path path) {
        List<MachineSocket> found = scan.scan().sockets().stream()
                .filter(socket -> socket.address().equals(Address.Path.of(path.toString())))
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private SocketFile file(Path path) {
        return only(path).file();
    }

    private static int mode(Path path) throws AssertionError {
        try {
            return Objects.requireNonNull((Integer) Files.getAttribute(path, "unix:mode")) & 0777;
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
    }
}
