package org.socklens.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;
import org.socklens.posix.Errno;

/// What every door promises of stream sockets with path names.
public abstract class DoorContract {
    @TempDir
    Path directory = Path.of("");

    private @Nullable Poller opened;

    /// The door that is held to the contract.
    protected abstract SocketDoor door();

    @BeforeEach
    void open() throws SocketFailure {
        opened = door().open("test");
    }

    @AfterEach
    void close() {
        poller().close();
    }

    private Poller poller() {
        Poller poller = opened;
        if (poller == null) {
            throw new IllegalStateException("the door is not open yet");
        }
        return poller;
    }

    private Path path(String name) {
        return directory.resolve(name);
    }

    private static Address address(Path path) {
        return Address.Path.of(path.toString());
    }

    private Listener listen(Path path) throws SocketFailure {
        return poller().listen(Binding.of(SocketType.STREAM, address(path)), 8, () -> {});
    }

    private Connection connect(Path path) throws SocketFailure {
        return poller().connect(SocketType.STREAM, address(path));
    }

    private static void assertRefused(Callable<?> call, String name, Errno errno) {
        assertThatThrownBy(call::call).isInstanceOfSatisfying(SocketFailure.class, failure -> {
            assertThat(failure.call()).isEqualTo(name);
            assertThat(failure.errno()).isEqualTo(errno);
        });
    }

    private static void leaveStale(Path path) throws IOException {
        try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.bind(UnixDomainSocketAddress.of(path));
        }
    }

    @Test
    void itHasStreams() {
        assertThat(door().types()).contains(SocketType.STREAM);
    }

    @Test
    void bindingOnAnyExistingNameIsEaddrinuse() throws Exception {
        Files.writeString(path("file"), "");
        Files.createDirectory(path("directory"));
        Files.createSymbolicLink(path("dangling"), path("nowhere"));
        leaveStale(path("stale"));
        for (String name : new String[] {"file", "directory", "dangling", "stale"}) {
            assertRefused(() -> listen(path(name)), "bind", Errno.EADDRINUSE);
        }
        try (Listener listener = listen(path("live"))) {
            assertThat(listener.address()).isEqualTo(address(path("live")));
            assertRefused(() -> listen(path("live")), "bind", Errno.EADDRINUSE);
        }
    }

    @Test
    void bindingInAMissingDirectoryIsEnoentAndBelowAFileEnotdir() throws Exception {
        Files.writeString(path("file"), "");
        assertRefused(() -> listen(path("missing").resolve("s")), "bind", Errno.ENOENT);
        assertRefused(() -> listen(path("file").resolve("s")), "bind", Errno.ENOTDIR);
    }

    @Test
    void connectingWhereNobodyListensIsRefused() throws Exception {
        Files.writeString(path("file"), "");
        leaveStale(path("stale"));
        assertRefused(() -> connect(path("missing")), "connect", Errno.ENOENT);
        assertRefused(() -> connect(path("stale")), "connect", Errno.ECONNREFUSED);
        assertRefused(() -> connect(path("file")), "connect", Errno.ECONNREFUSED);
        assertRefused(() -> connect(directory), "connect", Errno.ECONNREFUSED);
    }

    @Test
    void theLongestPathBinds() throws Exception {
        Path longest = path("x".repeat(door().maxPathBytes() - directory.toString().length() - 1));
        try (Listener listener = listen(longest);
                Connection client = connect(longest)) {
            assertThat(listener.address()).isEqualTo(address(longest));
            assertThat(client.type()).isEqualTo(SocketType.STREAM);
        }
    }

    @Test
    void aFullBacklogIsEagain() throws Exception {
        try (Listener listener = poller().listen(Binding.of(SocketType.STREAM, address(path("s"))), 1, () -> {});
                Connection one = connect(path("s"));
                Connection two = connect(path("s"))) {
            assertRefused(() -> connect(path("s")), "connect", Errno.EAGAIN);
            assertThat(listener.address()).isEqualTo(address(path("s")));
            assertThat(one.address()).isEqualTo(two.address()).isEqualTo(new Address.Unnamed());
        }
    }

    @Test
    void bytesGoBothWaysAndEndInOrder() throws Exception {
        try (Arena arena = Arena.ofConfined();
                Listener listener = listen(path("s"));
                Connection client = connect(path("s"));
                Connection server = accepted(listener)) {
            MemorySegment memory = arena.allocate(64);
            assertThat(server.receive(memory, 64)).isEqualTo(OpenSocket.Outcome.NOTHING_YET);
            assertThat(client.send(arena.allocateFrom("hello"), 5)).isEqualTo(5);
            assertThat(server.receive(memory, 3)).isEqualTo(OpenSocket.Outcome.DATA);
            assertThat(server.received()).isEqualTo(3);
            assertThat(server.arrival()).isEqualTo(Arrival.PLAIN);
            assertThat(server.receive(memory, 64)).isEqualTo(OpenSocket.Outcome.DATA);
            assertThat(new String(memory.asSlice(0, server.received()).toArray(ValueLayout.JAVA_BYTE),
                            StandardCharsets.UTF_8))
                    .isEqualTo("lo");
            client.shutdownOutput();
            assertThat(server.receive(memory, 64)).isEqualTo(OpenSocket.Outcome.END_OF_STREAM);
            assertThat(server.send(memory, 2)).isEqualTo(2);
            assertThat(client.receive(memory, 64)).isEqualTo(OpenSocket.Outcome.DATA);
        }
    }

    @Test
    void aSenderWithoutRoomIsToldAndCalledWhenThereIsSome() throws Exception {
        try (Arena arena = Arena.ofConfined();
                Listener listener = listen(path("s"));
                Connection client = connect(path("s"));
                Connection server = accepted(listener)) {
            MemorySegment memory = arena.allocate(1 << 16);
            boolean[] canSend = {false};
            client.register(new OpenSocket.Ready() {
                @Override
                public void receive() {
                    // nothing is sent to it
                }

                @Override
                public void send() {
                    canSend[0] = true;
                }
            });
            while (client.send(memory, 1 << 16) != Connection.NO_ROOM) {
                assertThat(client.type()).isEqualTo(SocketType.STREAM);
            }
            client.interest(OpenSocket.Interest.SEND);
            poller().poll(0);
            assertThat(canSend[0]).isFalse();
            while (server.receive(memory, 1 << 16) == OpenSocket.Outcome.DATA) {
                assertThat(server.received()).isPositive();
            }
            await().until(() -> {
                poller().poll(10);
                return canSend[0];
            });
        }
    }

    @Test
    void sendingToAPeerThatClosedIsEpipe() throws Exception {
        try (Arena arena = Arena.ofConfined();
                Listener listener = listen(path("s"));
                Connection client = connect(path("s"))) {
            accepted(listener).close();
            poller().poll(0);
            assertThatThrownBy(() -> client.send(arena.allocate(4), 4))
                    .isInstanceOfSatisfying(
                            SocketFailure.class, failure -> assertThat(failure.errno()).isEqualTo(Errno.EPIPE));
        }
    }

    @Test
    void closingWithUnreadBytesResetsThePeer() throws Exception {
        try (Arena arena = Arena.ofConfined();
                Listener listener = listen(path("s"));
                Connection client = connect(path("s"))) {
            MemorySegment memory = arena.allocate(64);
            Connection server = accepted(listener);
            client.send(memory, 4);
            server.close();
            poller().poll(0);
            assertThatThrownBy(() -> client.receive(memory, 64))
                    .isInstanceOfSatisfying(
                            SocketFailure.class,
                            failure -> assertThat(failure.errno()).isEqualTo(Errno.ECONNRESET));
        }
    }

    @Test
    void itsSocketFileGoesWithItAndNobodyElses() throws Exception {
        listen(path("gone")).close();
        assertThat(path("gone")).doesNotExist();
        Listener replaced = listen(path("replaced"));
        Files.delete(path("replaced"));
        Files.writeString(path("replaced"), "somebody else's");
        replaced.close();
        replaced.close();
        assertThat(path("replaced")).hasContent("somebody else's");
    }

    @Test
    void aClientWithANameOfItsOwnTakesItAway() throws Exception {
        try (Listener listener = listen(path("s"))) {
            Connection client =
                    poller().connect(Binding.of(SocketType.STREAM, address(path("own"))), address(path("s")));
            assertThat(client.address()).isEqualTo(address(path("own")));
            assertThat(path("own")).exists();
            client.close();
            assertThat(path("own")).doesNotExist();
            assertRefused(
                    () -> poller().connect(Binding.of(SocketType.STREAM, address(path("own"))), address(path("no"))),
                    "connect",
                    Errno.ENOENT);
            assertThat(path("own")).doesNotExist();
            assertThat(listener.address()).isEqualTo(address(path("s")));
        }
    }

    @Test
    void aWaitIsEndedFromAnotherThreadAndTheClockIsTheWorlds() throws Exception {
        Thread waker = Thread.ofPlatform().start(poller()::wakeUp);
        poller().poll(-1);
        waker.join();
        try (Listener listener = listen(path("s"))) {
            long now = Instant.now().toEpochMilli();
            assertThat(poller().lastNanos() / 1_000_000).isBetween(now - 5_000, now + 5_000);
            assertThat(listener.address()).isEqualTo(address(path("s")));
        }
    }

    private static Connection accepted(Listener listener) throws SocketFailure {
        return Objects.requireNonNull(listener.accept(), "a connection waits");
    }
}
