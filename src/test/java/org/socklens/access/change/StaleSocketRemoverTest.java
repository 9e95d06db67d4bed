package org.socklens.access.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socklens.access.TestFiles;
import org.socklens.access.TestSockets;
import org.socklens.access.account.Accounts;
import org.socklens.access.occupant.SocketFiles;
import org.socklens.access.path.PathWalker;
import org.socklens.posix.FileStatus;

class StaleSocketRemoverTest {
    @TempDir
    Path temporary = Path.of("");

    private Path dir = temporary;
    private Path path = temporary;
    private final TestSockets sockets = new TestSockets();
    private final StaleSocketRemover remover = new StaleSocketRemover(TestSockets.caller(), new Accounts());

    @BeforeEach
    void knowTheRealDirectory() throws IOException {
        dir = temporary.toRealPath();
        path = dir.resolve("s");
    }

    @AfterEach
    void closeSockets() {
        sockets.close();
    }

    private static FileStatus status(Path path) {
        PathWalker walker = new PathWalker(TestSockets.caller());
        return Objects.requireNonNull(walker.walk(TestSockets.bytes(path)).end()).status();
    }

    private String kept(Path where, FileStatus seen) {
        Removal removal = remover.remove(TestSockets.bytes(where), seen);
        assertThat(removal).isInstanceOf(Removal.Kept.class);
        return ((Removal.Kept) removal).sentence();
    }

    @Test
    void aStaleSocketIsRemoved() {
        sockets.stale(path);
        assertThat(remover.remove(TestSockets.bytes(path), status(path))).isEqualTo(new Removal.Removed());
        assertThat(path).doesNotExist();
        assertThat(sockets.bind(TestSockets.bytes(path))).isZero();
    }

    @Test
    void aLiveListenerIsKeptAndNoticesNothing() {
        int listener = sockets.listener(path, TestSockets.STREAM, 1);
        assertThat(kept(path, status(path))).startsWith(path + " is not stale: a STREAM socket is behind it, held"
                + " by java");
        assertThat(path).exists();
        assertThat(sockets.isWaiting(listener)).isFalse();
    }

    @Test
    void aSocketThatIsBoundButDoesNotListenIsKept() {
        sockets.bound(path, TestSockets.STREAM);
        assertThat(kept(path, status(path))).contains("is not stale");
        assertThat(path).exists();
    }

    @Test
    void regularFilesDirectoriesAndLinksAreKept() throws IOException {
        Files.createFile(path);
        assertThat(kept(path, status(path)))
                .isEqualTo(path + " is a regular file, and only a stale socket file is removed.");
        assertThat(kept(dir, status(dir))).contains("is a directory");
        Path stale = dir.resolve("stale");
        sockets.stale(stale);
        Path link = Files.createSymbolicLink(dir.resolve("l"), stale);
        assertThat(kept(link, status(link))).contains("is a symbolic link");
        assertThat(stale).exists();
    }

    @Test
    void aServerThatTookTheNameMeanwhileIsKept() throws IOException {
        sockets.stale(path);
        FileStatus seen = status(path);
        Files.move(path, dir.resolve("old"));
        sockets.listener(path, TestSockets.STREAM, 1);
        assertThat(kept(path, seen)).contains("is not the file any more that was looked at");
        assertThat(path).exists();
    }

    @Test
    void aDirectoryThatWasSwappedMeanwhileChangesNothing() throws IOException {
        Path inner = Files.createDirectory(dir.resolve("d"));
        Path stale = inner.resolve("s");
        sockets.stale(stale);
        FileStatus seen = status(stale);
        Files.move(inner, dir.resolve("away"));
        Files.createDirectory(inner);
        sockets.stale(stale);
        assertThat(kept(stale, seen)).contains("is not the file any more that was looked at");
        assertThat(stale).exists();
        assertThat(dir.resolve("away/s")).exists();
    }

    @Test
    void aListenerOfAnotherNetworkNamespaceIsKept() throws IOException {
        TestFiles.assumeRoot();
        String serve = "import socket,sys\ns=socket.socket(socket.AF_UNIX)\ns.bind(sys.argv[1])\ns.listen(1)\n"
                + "sys.stdin.read()";
        Process server = new ProcessBuilder("unshare", "--net", "python3", "-c", serve, path.toString())
                .redirectErrorStream(true)
                .start();
        try {
            Awaitility.await().atMost(20, TimeUnit.SECONDS).until(() ->
                    Files.exists(path) && sockets.connect(TestSockets.bytes(path), TestSockets.STREAM) == 0);
            assertThat(kept(path, status(path)))
                    .isEqualTo(path + " is not stale: a socket is behind it, held in another network namespace.");
            assertThat(path).exists();
            assertThat(new SocketFiles(TestSockets.caller(), new Accounts())
                            .look(TestSockets.bytes(path)).occupant().words())
                    .isEqualTo("live, of another network namespace");
        } finally {
            server.destroy();
        }
    }
}
