package org.socklens.posix;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What `/proc/PID/stat` tells of a process (`man 5 proc_pid_stat`).
///
/// @param program what it calls itself, up to 15 bytes
/// @param state one letter: `Z` has ended and waits for its parent
/// @param started when it began, in clock ticks after boot: with the pid it stands for one process for ever
public record ProcessStatus(String program, char state, long started) {
    private static final int STATE_FIELD = 0;
    private static final int STARTED_FIELD = 19;

    /// The process that has this pid now; empty when there is none or it cannot be seen.
    public static Optional<ProcessStatus> of(int pid) {
        if (pid <= 0) {
            return Optional.empty();
        }
        try {
            byte[] line = Files.readAllBytes(Path.of("/proc", Integer.toString(pid), "stat"));
            return Optional.of(parse(new String(line, StandardCharsets.UTF_8)));
        } catch (IOException _) {
            // It has ended, which is ordinary.
            return Optional.empty();
        }
    }

    /// The name stands in parentheses and may hold parentheses itself.
    private static ProcessStatus parse(String line) {
        int open = line.indexOf('(');
        int close = line.lastIndexOf(')');
        String[] fields = line.substring(close + 1).strip().split(" ", STARTED_FIELD + 2);
        return new ProcessStatus(
                line.substring(open + 1, close),
                fields[STATE_FIELD].charAt(0),
                Long.parseLong(fields[STARTED_FIELD]));
    }

    /// Whether it has ended and only its entry is left.
    public boolean isZombie() {
        return state == 'Z' || state == 'X';
    }
}
