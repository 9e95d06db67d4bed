package org.socklens.system.detail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.socklens.posix.PathText;
import org.socklens.system.MachineProcess;

/// Reads more of a process from `/proc/PID` (`man 5 proc`). What it may not read is told as unknown. Any thread but the
/// FX thread.
public final class ProcessReader {
    private static final Path PROC = Path.of("/proc");
    private static final Path SELF = PROC.resolve("self");
    private static final int MOST_ARGUMENTS = 200;

    /// Reads `/proc`.
    public ProcessReader() {}

    /// What can be known of it now.
    public ProcessDetails read(MachineProcess process) {
        Path directory = PROC.resolve(Integer.toString(process.pid()));
        return new ProcessDetails(
                process,
                command(directory),
                ProcessHandle.of(process.pid()).flatMap(handle -> handle.info().startInstant()),
                link(directory.resolve("cwd")).orElse(""),
                sameness(directory, "ns/mnt"),
                sameness(directory, "ns/net"));
    }

    private static List<String> command(Path directory) {
        byte[] line;
        try {
            line = Files.readAllBytes(directory.resolve("cmdline"));
        } catch (IOException hiddenOrGone) {
            return List.of();
        }
        List<String> arguments = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < line.length && arguments.size() < MOST_ARGUMENTS; i++) {
            if (line[i] == 0) {
                String quoted = PathText.quoted(Arrays.copyOfRange(line, start, i));
                arguments.add(quoted.substring(1, quoted.length() - 1));
                start = i + 1;
            }
        }
        return arguments;
    }

    private static Sameness sameness(Path directory, String namespace) {
        Optional<String> theirs = link(directory.resolve(namespace));
        Optional<String> ours = link(SELF.resolve(namespace));
        if (theirs.isEmpty() || ours.isEmpty()) {
            return Sameness.UNKNOWN;
        }
        return theirs.equals(ours) ? Sameness.SAME : Sameness.OTHER;
    }

    private static Optional<String> link(Path path) {
        try {
            return Optional.of(Files.readSymbolicLink(path).toString());
        } catch (IOException hiddenOrGone) {
            return Optional.empty();
        }
    }
}
