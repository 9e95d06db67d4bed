package org.socklens.access.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socklens.access.TestSockets;
import org.socklens.posix.PathEncoding;

class PathCompletionTest {
    @TempDir
    Path dir = Path.of("");

    private final TestSockets sockets = new TestSockets();

    @AfterEach
    void closeSockets() {
        sockets.close();
    }

    @Test
    void socketsComeFirstThenDirectoriesWithASlashThenOthers() throws IOException {
        Files.createFile(dir.resolve("a-file"));
        Files.createDirectory(dir.resolve("a-directory"));
        sockets.listener(dir.resolve("a.sock"), TestSockets.STREAM, 1);
        Files.createFile(dir.resolve("other"));
        assertThat(PathCompletion.of(dir + "/a", "/"))
                .containsExactly(dir + "/a.sock", dir + "/a-directory/", dir + "/a-file");
    }

    @Test
    void hiddenNamesComeWhenAskedFor() throws IOException {
        Files.createFile(dir.resolve(".hidden"));
        assertThat(PathCompletion.of(dir + "/", "/")).isEmpty();
        assertThat(PathCompletion.of(dir + "/.h", "/")).containsExactly(dir + "/.hidden");
    }

    @Test
    void relativePathsStartAtTheWorkingDirectoryAndStayRelative() throws IOException {
        Files.createFile(dir.resolve("name"));
        assertThat(PathCompletion.of("na", dir.toString())).containsExactly("name");
    }

    @Test
    void namesOfAnyBytesCanBeChosen() throws IOException, InterruptedException {
        Path file = FileUri.path(join(dir.toString() + "/", new byte[] {'x', (byte) 0xff, '\n', ' ', '%'}));
        Files.createFile(file);
        String completed = PathCompletion.of(dir + "/x", "/").getFirst();
        assertThat(PathEncoding.bytes(completed))
                .isEqualTo(join(dir.toString() + "/", new byte[] {'x', (byte) 0xff, '\n', ' ', '%'}));
    }

    private static byte[] join(String start, byte[] end) {
        byte[] first = PathEncoding.bytes(start);
        byte[] joined = new byte[first.length + end.length];
        System.arraycopy(first, 0, joined, 0, first.length);
        System.arraycopy(end, 0, joined, first.length, end.length);
        return joined;
    }

    @Test
    void whatCannotBeReadSuggestsNothing() throws IOException {
        Path file = Files.createFile(dir.resolve("file"));
        assertThat(PathCompletion.of(file + "/", "/")).isEmpty();
        assertThat(PathCompletion.of(dir + "/gone/", "/")).isEmpty();
        assertThat(PathCompletion.of("a\0b", "/")).isEmpty();
        assertThat(PathCompletion.of("", "/")).isEmpty();
        assertThat(PathCompletion.of("/" + "x".repeat(5000) + "/", "/")).isEmpty();
    }

    @Test
    void thousandsOfEntriesAreAnsweredQuicklyAndInPart() throws IOException {
        for (int i = 0; i < 5_000; i++) {
            Files.createFile(dir.resolve("n" + i));
        }
        assertTimeout(Duration.ofSeconds(2), () -> assertThat(PathCompletion.of(dir + "/n", "/"))
                .hasSize(PathCompletion.MOST));
    }

    @Test
    void aDroppedFileIsAPathOfItsBytes() {
        assertThat(FileUri.pathOf("file:///tmp/a%20b%25.sock")).isEqualTo("/tmp/a b%.sock");
        assertThat(PathEncoding.bytes(FileUri.pathOf("file:///t%ff"))).isEqualTo(new byte[] {'/', 't', (byte) 0xff});
        assertThat(FileUri.pathOf("https://example.org/a")).isEmpty();
    }
}
