package org.socklens.system.detail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.socklens.system.MachineProcess;

/// More of a process that holds a socket.
///
/// @param command its command line, each argument on its own; empty when it may not be read
/// @param began when it was started; empty when it has ended
/// @param directory its working directory; empty when it may not be read
/// @param mounts whether paths mean the same to it
/// @param network whether abstract names mean the same to it
public record ProcessDetails(
        MachineProcess process,
        List<String> command,
        Optional<Instant> began,
        String directory,
        Sameness mounts,
        Sameness network) {
    /// Copies the list.
    public ProcessDetails {
        command = List.copyOf(command);
    }

    /// The command line as one would type it: arguments with spaces or nothing in them stand in quotes.
    public String commandLine() {
        return String.join(" ", command.stream().map(ProcessDetails::quoted).toList());
    }

    private static String quoted(String argument) {
        boolean plain = !argument.isEmpty() && argument.chars().noneMatch(c -> c <= ' ' || c == '\'' || c == '"');
        return plain ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
