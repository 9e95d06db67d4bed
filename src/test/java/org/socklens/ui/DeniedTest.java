package org.socklens.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socklens.Nobody;

/// What an account without rights reads.
class DeniedTest {
    @TempDir
    Path directory = Path.of("");

    private final Panels owner = new Panels();

    @BeforeEach
    void openTheDirectory() throws Exception {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void close() {
        owner.close();
    }

    private static String[] asNobody(Function<Panels, String> action) throws Exception {
        String[] words = new String[1];
        Nobody.run(() -> {
            try (Panels nobody = new Panels()) {
                words[0] = action.apply(nobody);
            }
        });
        return words;
    }

    @Test
    void a0755SocketOfRootLacksWriteForOthers() throws Exception {
        Path socket = directory.resolve("echo.sock");
        owner.listen(socket);
        Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(asNobody(nobody -> nobody.connectError(socket.toString()))[0])
                .startsWith("connect: EACCES (13, Permission denied).")
                .contains(socket.toString())
                .contains("0755")
                .contains("lack write");
    }

    @Test
    void aDirectoryWithoutSearchIsTheCulpritWhateverTheSocketsOwnMode() throws Exception {
        Path closed = Files.createDirectory(directory.resolve("closed"));
        Path socket = closed.resolve("echo.sock");
        owner.listen(socket);
        Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwxr--r--"));
        assertThat(asNobody(nobody -> nobody.connectError(socket.toString()))[0])
                .startsWith("connect: EACCES (13, Permission denied).")
                .contains(closed.toString())
                .contains("lack search (x)");
    }

    @Test
    void bindingInADirectoryWithoutWriteNamesTheDirectory() throws Exception {
        Path socket = directory.resolve("mine.sock");
        assertThat(asNobody(nobody -> nobody.startError(socket.toString()))[0])
                .startsWith("bind: EACCES (13, Permission denied).")
                .contains(directory.toString())
                .contains("lack write");
        assertThat(Files.exists(socket)).isFalse();
    }
}
