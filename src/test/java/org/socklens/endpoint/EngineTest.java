package org.socklens.endpoint;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/// A test with an engine and a path of its own for a socket.
abstract class EngineTest {
    @TempDir
    Path directory = Path.of("");

    final Engine engine = new Engine();

    final Path socket() {
        return directory.resolve("echo.sock");
    }

    @AfterEach
    void nothingIsLeft() {
        engine.close();
    }
}
