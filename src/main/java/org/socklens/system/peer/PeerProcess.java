package org.socklens.system.peer;

import java.util.Optional;
import org.socklens.posix.ProcessStatus;

/// What became of the process that the credentials of a connection name. They are a snapshot (`SO_PEERCRED`,
/// `man 7 unix`) and never change.
public sealed interface PeerProcess {
    /// When it began is not known.
    long UNKNOWN_START = -1;

    /// It runs.
    record Runs() implements PeerProcess {}

    /// It has ended.
    record Gone() implements PeerProcess {}

    /// It has ended, and its parent has not yet waited for it.
    record Zombie() implements PeerProcess {}

    /// It has ended, and its pid went to another process.
    record Reused(String program) implements PeerProcess {}

    /// Another pid namespace hides it, or it had ended before it could be looked at.
    record Unseen() implements PeerProcess {}

    /// Looks it up.
    ///
    /// @param started when it began, in clock ticks after boot, as it was read at the time of the snapshot
    static PeerProcess of(int pid, long started) {
        if (pid <= 0) {
            return new Unseen();
        }
        Optional<ProcessStatus> now = ProcessStatus.of(pid);
        if (now.isEmpty()) {
            return new Gone();
        }
        ProcessStatus status = now.get();
        if (started == UNKNOWN_START) {
            return new Unseen();
        }
        if (status.started() != started) {
            return new Reused(status.program());
        }
        return status.isZombie() ? new Zombie() : new Runs();
    }

    /// What it means, after the credentials.
    default String words() {
        return switch (this) {
            case Runs _ -> "it runs";
            case Gone _ -> "it has ended since: these are the credentials of a moment, taken when the connection was made";
            case Zombie _ -> "it has ended since, and its parent has not waited for it yet (zombie)";
            case Reused(String program) ->
                "it has ended since: the pid belongs to another process now (%s)".formatted(program);
            case Unseen _ -> "it cannot be seen from here";
        };
    }
}
