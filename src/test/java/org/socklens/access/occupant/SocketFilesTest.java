package org.socklens.access.occupant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socklens.access.TestFiles;
import org.socklens.access.TestSockets;
import org.socklens.access.account.Accounts;
import org.socklens.posix.CallTrace;
import org.socklens.posix.Caller;

class SocketFilesTest {
    @TempDir
    Path dir = Path.of("");

    private final TestSockets sockets = new TestSockets();
    private final SocketFiles files = new SocketFiles(TestSockets.caller(), new Accounts());

    @AfterEach
    void closeSockets() {
        sockets.close();
    }

    private SocketFile look(Path path) {
        return files.look(TestSockets.bytes(path));
    }

    private String words(Path path) {
        return look(path).occupant().words();
    }

    @Test
    void eachThingThatMayStandThereHasItsWord() throws IOException {
        assertThat(words(dir.resolve("s"))).isEqualTo("free");
        assertThat(words(dir.resolve("a/s"))).isEqualTo("missing directory");
        assertThat(words(dir)).isEqualTo("directory");
        Path file = Files.createFile(dir.resolve("f"));
        assertThat(words(file)).isEqualTo("regular file");
        assertThat(words(file.resolve("s"))).isEqualTo("not a directory");
        assertThat(words(Files.createSymbolicLink(dir.resolve("l"), Path.of("gone")))).isEqualTo("dangling link");
        assertThat(words(Path.of("/dev/null"))).isEqualTo("character device");
    }

    @Test
    void aListenerIsFoundWithTypeBacklogAndProcess() {
        Path path = dir.resolve("s");
        sockets.listener(path, TestSockets.SEQPACKET, 7);
        sockets.connect(TestSockets.bytes(path), TestSockets.SEQPACKET);
        BoundSocket bound = bound(path);
        assertThat(bound.state()).isEqualTo(BoundSocket.State.LISTENING);
        assertThat(bound.type()).isEqualTo("SEQPACKET");
        assertThat(bound.waiting()).isEqualTo(1);
        assertThat(bound.backlog()).isEqualTo(7);
        assertThat(bound.holders()).extracting(Holder::pid).contains((int) ProcessHandle.current().pid());
        assertThat(words(path)).isEqualTo("live SEQPACKET listener");
    }

    private BoundSocket bound(Path path) {
        return Objects.requireNonNull(((Occupant.SocketNode) look(path).occupant()).bound());
    }

    @Test
    void datagramBoundAndStaleSocketsAreToldApart() {
        Path datagram = dir.resolve("d");
        sockets.listener(datagram, TestSockets.DATAGRAM, 0);
        assertThat(words(datagram)).isEqualTo("live DGRAM socket");
        Path early = dir.resolve("e");
        sockets.bound(early, TestSockets.STREAM);
        assertThat(words(early)).isEqualTo("STREAM bound, not listening");
        Path stale = dir.resolve("s");
        sockets.stale(stale);
        assertThat(words(stale)).isEqualTo("stale");
    }

    @Test
    void aListenerIsFoundBehindALinkAnotherNameAndARename() throws IOException {
        Path path = dir.resolve("s");
        sockets.listener(path, TestSockets.STREAM, 1);
        assertThat(words(Files.createSymbolicLink(dir.resolve("l"), path))).isEqualTo("live STREAM listener");
        assertThat(words(Files.createLink(dir.resolve("hard"), path))).isEqualTo("live STREAM listener");
        assertThat(words(Files.move(path, dir.resolve("renamed")))).isEqualTo("live STREAM listener");
    }

    @Test
    void aHardLinkNamesTheOldInodeAfterARestart() throws IOException {
        Path path = dir.resolve("s");
        int first = sockets.listener(path, TestSockets.STREAM, 1);
        Path hard = Files.createLink(dir.resolve("hard"), path);
        sockets.close(first);
        Files.delete(path);
        sockets.listener(path, TestSockets.STREAM, 1);
        assertThat(words(path)).isEqualTo("live STREAM listener");
        assertThat(words(hard)).isEqualTo("stale");
    }

    @Test
    void aConnectionThatOutlivesItsListenerDoesNotKeepTheFileLive() {
        Path path = dir.resolve("s");
        int listener = sockets.listener(path, TestSockets.STREAM, 1);
        sockets.connect(TestSockets.bytes(path), TestSockets.STREAM);
        int accepted = sockets.accept(listener);
        sockets.close(listener);
        assertThat(words(path)).isEqualTo("stale");
        sockets.close(accepted);
    }

    @Test
    void factsOfTheFileAreShownAsLsShowsThem() throws IOException {
        Path path = dir.resolve("s");
        sockets.listener(path, TestSockets.STREAM, 1);
        TestFiles.mode(path, 0755);
        SocketFile file = look(path);
        assertThat(file.symbolic()).isEqualTo("srwxr-xr-x");
        assertThat(file.octal()).isEqualTo("0755");
        assertThat(file.owner()).isEqualTo(Files.getOwner(path).getName());
        assertThat(file.pathBytes()).isEqualTo(path.toString().length());
        assertThat(file.fileSystem()).isNotEmpty();
    }

    @Test
    void theTraceTellsALookOnlyWhenItSawSomethingNew() throws IOException {
        Path path = dir.resolve("s");
        sockets.listener(path, TestSockets.STREAM, 1);
        CallTrace trace = new CallTrace();
        FileWatch watch = new FileWatch(new Caller(trace, "file"), new Accounts());
        SocketFile first = watch.look(TestSockets.bytes(path));
        long told = trace.end();
        assertThat(told).isPositive();
        assertThat(watch.look(TestSockets.bytes(path))).isSameAs(first);
        assertThat(trace.end()).isEqualTo(told);
        TestFiles.mode(path, 0700);
        assertThat(watch.look(TestSockets.bytes(path)).octal()).isEqualTo("0700");
        assertThat(trace.end()).isGreaterThan(told);
    }
}
