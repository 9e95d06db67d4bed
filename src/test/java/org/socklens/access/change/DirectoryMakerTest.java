package org.socklens.access.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socklens.access.TestSockets;
import org.socklens.access.account.Accounts;
import org.socklens.access.path.PathWalk;
import org.socklens.access.path.PathWalker;

class DirectoryMakerTest {
    @TempDir
    Path dir = Path.of("");

    private final DirectoryMaker maker = new DirectoryMaker(TestSockets.caller(), new Accounts());

    private static PathWalk walk(Path path) {
        return new PathWalker(TestSockets.caller()).walk(TestSockets.bytes(path));
    }

    @Test
    void everyMissingDirectoryIsMadeAndTheNameItselfIsNot() {
        Path socket = dir.resolve("a/b/c/s.sock");
        assertThat(DirectoryMaker.firstMissing(walk(socket))).isEqualTo(dir + "/a");
        assertThat(maker.make(TestSockets.bytes(socket))).isEmpty();
        assertThat(socket.getParent()).isDirectory().isEmptyDirectory();
        assertThat(DirectoryMaker.firstMissing(walk(socket))).isEmpty();
    }

    @Test
    void nothingIsMadeWhereSomethingElseStandsInTheWay() throws IOException {
        Path file = Files.createFile(dir.resolve("file"));
        assertThat(DirectoryMaker.firstMissing(walk(file.resolve("s")))).isEmpty();
        assertThat(maker.make(TestSockets.bytes(file.resolve("s")))).isEmpty();
        assertThat(file).isRegularFile();
    }

    @Test
    void aRefusalNamesTheCallTheErrnoAndTheDirectory() {
        assertThat(maker.make(TestSockets.bytes(Path.of("/proc/missing/s"))))
                .startsWith("mkdir: ENOENT (2, No such file or directory). ")
                .contains("/proc");
    }
}
