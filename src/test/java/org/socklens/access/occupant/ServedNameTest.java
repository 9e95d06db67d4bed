package org.socklens.access.occupant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socklens.access.TestFiles;
import org.socklens.access.TestSockets;

class ServedNameTest {
    @TempDir
    Path temporary = Path.of("");

    private final TestSockets sockets = new TestSockets();
    private Path path = temporary;
    private int listener;

    @BeforeEach
    void serve() throws IOException {
        path = temporary.toRealPath().resolve("s");
        listener = sockets.listener(path, TestSockets.STREAM, 1);
    }

    @AfterEach
    void closeSockets() {
        sockets.close();
    }

    private ServedName watch() {
        return new ServedName(TestSockets.caller(), TestSockets.bytes(path));
    }

    @Test
    void nothingIsSaidWhileTheNameIsOurs() {
        try (ServedName name = watch()) {
            assertThat(name.look()).isEqualTo(new NameState.Ours());
            assertThat(name.look().sentence()).isEmpty();
        }
    }

    @Test
    void anUnlinkedNameMeansEnoentForNewClients() throws IOException {
        try (ServedName name = watch()) {
            Files.delete(path);
            assertThat(name.look().sentence())
                    .isEqualTo(path + " was removed while serving: connections live on, new clients get ENOENT (2,"
                            + " No such file or directory).");
        }
    }

    @Test
    void aRenamedFileIsNamedAnew() throws IOException {
        Path away = path.resolveSibling("away");
        try (ServedName name = watch()) {
            Files.move(path, away);
            assertThat(name.look().sentence()).startsWith(path + " was renamed to " + away + " while serving");
        }
    }

    @Test
    void aSecondServerUnderTheNameIsWarnedOf() throws IOException {
        try (ServedName name = watch()) {
            Files.delete(path);
            sockets.listener(path, TestSockets.STREAM, 1);
            long inode = (long) Files.getAttribute(path, "unix:ino");
            assertThat(name.look().sentence())
                    .isEqualTo("Another socket (inode " + inode + ") owns the name " + path + " now: connections"
                            + " live on, new clients meet that one. Stop leaves it alone.");
        }
    }

    @Test
    void aChangeOfTheModeIsToldOnce() throws IOException {
        TestFiles.mode(path, 0755);
        try (ServedName name = watch()) {
            TestFiles.mode(path, 0700);
            assertThat(name.look().sentence())
                    .startsWith("The mode of the socket file changed from 0755 to 0700: connections live on");
            assertThat(name.look()).isEqualTo(new NameState.Ours());
        }
    }

    @Test
    void theHeldFileDoesNotKeepTheListenerAlive() {
        try (ServedName name = watch()) {
            sockets.close(listener);
            assertThat(name.look()).isEqualTo(new NameState.Ours());
        }
        assertThat(sockets.connectFails(path, TestSockets.STREAM).symbol()).isEqualTo("ECONNREFUSED");
    }
}
