package org.socklens.system.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socklens.Nobody;
import org.socklens.access.TestSockets;
import org.socklens.endpoint.Peer;
import org.socklens.posix.Errno;
import org.socklens.socket.Address;
import org.socklens.system.Flag;
import org.socklens.system.MachineSocket;
import org.socklens.system.Peer.Unknown;
import org.socklens.system.Snapshot;
import org.socklens.system.SocketFile;
import org.socklens.system.SocketState;

/// What a look says where rights or namespaces limit what it sees.
class LimitedSightTest {
    @TempDir
    Path directory = Path.of("");

    @Test
    void anOrdinaryUserSeesOthersSocketsWithTheirUserAndWithTheReasonWhyTheHolderIsUnknown() throws Exception {
        try (Zoo zoo = Zoo.ofEverything(directory)) {
            AtomicReference<@Nullable Snapshot> looked = new AtomicReference<>();
            Nobody.run(() -> looked.set(new MachineScan().scan()));
            Snapshot seen = Objects.requireNonNull(looked.get());
            MachineSocket listener = zoo.in(seen, "stream-listener");
            assertThat(listener.holders()).isEmpty();
            assertThat(listener.uid()).isZero();
            assertThat(listener.flags()).doesNotContain(Flag.NO_HOLDER);
            assertThat(seen.visibility().seesAllHolders()).isFalse();
            assertThat(seen.visibility().words())
                    .contains("EACCES")
                    .contains("CAP_SYS_PTRACE")
                    .contains("may be unknown");
        }
    }

    @Test
    void aRefusedDiagnosisFallsBackToTheListInProcWithPeersUnknown() throws IOException {
        try (Zoo zoo = Zoo.ofEverything(directory)) {
            Snapshot full = new MachineScan().scan();
            Snapshot seen = refused().scan();
            assertThat(seen.visibility().refused()).isEqualTo(Errno.EACCES);
            assertThat(seen.visibility().words()).contains("/proc/net/unix").contains("unix_diag");
            MachineSocket listener = zoo.in(seen, "stream-listener");
            assertThat(listener.state()).isEqualTo(SocketState.LISTENING);
            assertThat(listener.queues().isKnown()).isFalse();
            assertThat(listener.file()).isInstanceOf(SocketFile.Present.class);
            assertThat(zoo.in(seen, "stream-client").peer()).isInstanceOf(Unknown.class);
            for (String name : List.of("stream-listener", "seqpacket-accepted", "dgram-bound", "abstract", "bound")) {
                MachineSocket same = zoo.in(full, name);
                assertThat(zoo.in(seen, name).type()).isEqualTo(same.type());
                assertThat(zoo.in(seen, name).address()).isEqualTo(same.address());
                assertThat(zoo.in(seen, name).holders()).isEqualTo(same.holders());
            }
        }
    }

    @Test
    void theListInProcIsReadAlsoWithLineFeedsInNames() throws IOException {
        byte[] name = TestSockets.bytes(directory.resolve("two\nlines\n"));
        try (TestSockets sockets = new TestSockets()) {
            assertThat(sockets.bind(name)).isZero();
            assertThat(refused().scan().sockets()).extracting(MachineSocket::address).contains(new Address.Path(name));
        }
    }

    private static MachineScan refused() {
        SocketList never = new SocketList() {
            @Override
            public List<FoundSocket> read() throws ListRefused {
                throw new ListRefused(Errno.EACCES);
            }

            @Override
            public Set<Long> numbers() throws ListRefused {
                throw new ListRefused(Errno.EACCES);
            }
        };
        return new MachineScan(
                never,
                new DescriptorWalk("/proc"),
                new FileLook(MachineScan.quietCaller(), "/proc"));
    }

    /// A proc file system of the inner pid namespace shows none of the processes outside.
    @Test
    void aSocketWhoseHolderIsInAnotherPidNamespaceSaysThatNobodyHereHoldsIt() throws IOException {
        try (Zoo zoo = Zoo.ofEverything(directory);
                Peer inner = namespace("--pid", "--fork", "--mount-proc", "sh", "-c", "echo up; cat")) {
            long child = onlyChildOf(inner.pid());
            Snapshot seen = new MachineScan(MachineScan.quietCaller(), "/proc/" + child + "/root/proc").scan();
            MachineSocket listener = zoo.in(seen, "stream-listener");
            assertThat(listener.holders()).isEmpty();
            assertThat(listener.flags()).contains(Flag.NO_HOLDER);
            assertThat(Flag.NO_HOLDER.meaning()).contains("pid namespace");
        }
    }

    @Test
    void aListenerInAPrivateTmpIsSaidToBeInAnotherFileTree() throws IOException {
        String path = directory.resolve("private/s").toString();
        Files.createDirectory(directory.resolve("private"));
        try (Peer inner = namespace(
                "--mount",
                "sh",
                "-c",
                "mount -t tmpfs none " + directory.resolve("private")
                        + " && exec python3 -c \"import socket,sys; s=socket.socket(socket.AF_UNIX);"
                        + " s.bind('" + path + "'); s.listen(); print('up',flush=True); sys.stdin.read()\"")) {
            MachineSocket listener = named(new MachineScan().scan(), Address.Path.of(path));
            assertThat(listener.file()).isInstanceOf(SocketFile.Elsewhere.class);
            assertThat(listener.flags()).containsExactly(Flag.OTHER_TREE);
            assertThat(listener.holders().getFirst().process().pid()).isEqualTo((int) inner.pid());
        }
    }

    @Test
    void anAbstractListenerOfAnotherNetworkNamespaceIsNotInTheList() throws IOException {
        String bind = "import os,socket,sys; s=socket.socket(socket.AF_UNIX); s.bind('\\0netns '+str(os.getpid()));"
                + " s.listen(); print('up',flush=True); sys.stdin.read()";
        try (Peer inside = namespace("--net", "python3", "-c", bind);
                Peer here = Peer.python(bind)) {
            assertThat(here.readLine()).isEqualTo("up");
            Snapshot seen = new MachineScan().scan();
            assertThat(seen.sockets())
                    .extracting(MachineSocket::address)
                    .contains(netns(here))
                    .doesNotContain(netns(inside));
        }
    }

    private static Address netns(Peer peer) {
        return new Address.Abstract(("netns " + peer.pid()).getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void aReceiverInAnotherNetworkNamespaceIsForeignAndItsHolderIsFound() throws IOException {
        Path path = directory.resolve("s");
        String receive = "import socket,sys; s=socket.socket(socket.AF_UNIX,socket.SOCK_DGRAM); s.bind('" + path
                + "'); print('up',flush=True); sys.stdin.read()";
        try (Peer inside = namespace("--net", "python3", "-c", receive);
                Zoo zoo = Zoo.of(directory, "tell('client', connected(D, sys.argv[1] + '/s'))\n")) {
            Snapshot seen = new MachineScan().scan();
            MachineSocket client = zoo.in(seen, "client");
            assertThat(seen.peer(client)).isNull();
            assertThat(seen.peerIsForeign(client)).isTrue();
            assertThat(seen.peerHolders(client).getFirst().process().pid()).isEqualTo((int) inside.pid());
        }
    }

    private static MachineSocket named(Snapshot snapshot, Address address) {
        return snapshot.sockets().stream()
                .filter(socket -> socket.address().equals(address))
                .findFirst()
                .orElseThrow();
    }

    /// Runs a command that says "up" in a new namespace, which only root may make.
    private static Peer namespace(String... command) throws IOException {
        assumeTrue(Objects.equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"), 0), "needs root");
        Peer peer = Peer.start(Stream.concat(Stream.of("unshare"), Stream.of(command)).toArray(String[]::new));
        String said = peer.readLine();
        assertThat(said).isEqualTo("up");
        return peer;
    }

    private static long onlyChildOf(long pid) throws IOException {
        return Long.parseLong(Files.readString(Path.of("/proc/" + pid + "/task/" + pid + "/children")).strip());
    }
}
