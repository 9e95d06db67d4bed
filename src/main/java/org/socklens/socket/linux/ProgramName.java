package org.socklens.socket.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a process calls itself (`man 5 proc`, `/proc/PID/comm`).
final class ProgramName {
    private ProgramName() {}

    /// The name, or nothing when the process is gone or cannot be seen: both are ordinary.
    static String of(int pid) {
        if (pid <= 0) {
            return "";
        }
        try {
            return new String(Files.readAllBytes(Path.of("/proc", Integer.toString(pid), "comm")), StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException _) {
            return "";
        }
    }
}
