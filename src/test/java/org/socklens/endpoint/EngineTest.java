package org.socklens.endpoint;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.socklens.posix.CallTrace;
import org.socklens.socket.SocketDoor;
import org.socklens.socket.linux.LinuxSocketDoor;

/// A test with an engine and a path of its own for a socket.
abstract class EngineTest {
    @TempDir
    Path directory = Path.of("");

    final Engine engine = new Engine(this::door);

    /// The door that everything goes through; Linux's unless a test says otherwise.
    SocketDoor door(CallTrace trace) {
        return new LinuxSocketDoor(trace);
    }

    final Path socket() {
        return directory.resolve("echo.sock");
    }

    @AfterEach
    void nothingIsLeft() {
        engine.close();
    }
}
