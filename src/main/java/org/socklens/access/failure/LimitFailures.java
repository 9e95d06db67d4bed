package org.socklens.access.failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.socklens.access.failure.Explanation.Words;
import org.socklens.posix.Errno;
import org.socklens.posix.ProcessCalls;

/// Failures for lack of descriptors or memory.
final class LimitFailures {
    private static final Path MACHINE_LIMIT = Path.of("/proc/sys/fs/file-max");

    private LimitFailures() {}

    static Words exhausted(Errno errno) {
        if (errno.equals(Errno.EMFILE)) {
            long limit = ProcessCalls.openFileLimit();
            return new Words(
                    "This process has every file descriptor open that it may (limit " + limit + ").",
                    "Disconnect some clients, or start Socklens with a higher limit (ulimit -n).");
        }
        if (errno.equals(Errno.ENFILE)) {
            return new Words(
                    "The whole machine has every file open that it may (fs.file-max " + machineLimit() + ").",
                    "Close programs, or have root raise the sysctl fs.file-max.");
        }
        return new Words("The kernel has no memory left for it.", "Close connections or programs, and try again.");
    }

    private static String machineLimit() {
        try {
            return Files.readString(MACHINE_LIMIT).strip();
        } catch (IOException unreadable) {
            return "unknown";
        }
    }
}
