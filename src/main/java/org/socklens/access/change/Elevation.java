package org.socklens.access.change;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.socklens.access.path.HeldPath;
import org.socklens.access.path.ModeText;
import org.socklens.access.path.PathWalker;
import org.socklens.posix.Caller;
import org.socklens.posix.FileStatus;
import org.socklens.posix.NodeCalls;

/// Asks polkit to make a change as root. The command gets the held node (`/proc/PID/fd/N`) and not its name, so that
/// nothing can be swapped in while the person types a password.
///
/// Not thread-safe: one instance a thread, on that thread's [Caller]. Waits for the person: not for the FX thread.
public final class Elevation {
    private static final Path PKEXEC = Path.of("/usr/bin/pkexec");
    private static final int DISMISSED = 126;
    private static final int NOT_AUTHORIZED = 127;

    private final Path pkexec;
    private final PathWalker walker;

    /// @param pkexec the program that runs a command as root
    Elevation(Caller caller, Path pkexec) {
        this.walker = new PathWalker(caller);
        this.pkexec = pkexec;
    }

    /// Empty where this machine has no `pkexec`.
    public static Optional<Elevation> find(Caller caller) {
        return Files.isExecutable(PKEXEC) ? Optional.of(new Elevation(caller, PKEXEC)) : Optional.empty();
    }

    /// As [FileChanger#apply], made by root. A change of owner and one of mode ask the person once each.
    public ChangeResult apply(byte[] path, FileStatus seen, Ownership wanted) {
        try (HeldPath held = walker.hold(path)) {
            FileStatus now = held.endsAt(seen) ? held.now() : null;
            if (now == null) {
                return new ChangeResult.Unchanged(FileChanger.replaced(held.walk()));
            }
            return run(commands(Ownership.of(now), wanted, nodePath(held.node())), held, wanted);
        }
    }

    private static String nodePath(int fd) {
        String own = new String(NodeCalls.pathOf(fd), StandardCharsets.US_ASCII);
        return own.replace("self", Long.toString(ProcessHandle.current().pid()));
    }

    private static List<List<String>> commands(Ownership before, Ownership wanted, String node) {
        List<List<String>> commands = new ArrayList<>();
        if (!before.sameOwner(wanted)) {
            String owner = Integer.toUnsignedString(wanted.uid()) + ":" + Integer.toUnsignedString(wanted.gid());
            commands.add(List.of("chown", owner, node));
        }
        commands.add(List.of("chmod", ModeText.octal(wanted.permissions()), node));
        return commands;
    }

    private ChangeResult run(List<List<String>> commands, HeldPath held, Ownership wanted) {
        for (List<String> command : commands) {
            List<String> elevated = new ArrayList<>(List.of(pkexec.toString()));
            elevated.addAll(command);
            String problem = run(elevated);
            if (!problem.isEmpty()) {
                return new ChangeResult.Unchanged(problem);
            }
        }
        FileStatus now = held.now();
        return new ChangeResult.Changed(now == null ? wanted : Ownership.of(now), "");
    }

    /// What went wrong, or nothing.
    private static String run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return switch (process.waitFor()) {
                case 0 -> "";
                case DISMISSED -> "pkexec: the password was not given; nothing was changed.";
                case NOT_AUTHORIZED -> "pkexec: this account is not authorized; nothing was changed.";
                default -> "pkexec: " + (said.isEmpty() ? "the command failed" : said) + ".";
            };
        } catch (IOException failure) {
            return "pkexec could not be started: " + failure.getMessage();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "pkexec was not waited for.";
        }
    }
}
