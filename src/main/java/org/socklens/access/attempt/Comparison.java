package org.socklens.access.attempt;

import org.socklens.access.failure.SecurityModule;
import org.socklens.access.occupant.SocketFile;
import org.socklens.access.verdict.Verdict;
import org.socklens.posix.Errno;

/// A real connect beside the verdict.
///
/// @param agrees whether the kernel did what the verdict said about rights
/// @param sentence both in words; where they differ, with the likely reason
public record Comparison(boolean agrees, String sentence) {
    /// Compares an attempt with the verdict for the same identity, path and time.
    public static Comparison of(Attempt attempt, Verdict verdict, SocketFile file) {
        return switch (verdict) {
            case Verdict.Allowed _ -> afterAllowed(attempt, file);
            case Verdict.Refused refused -> afterRefused(attempt, refused);
            case Verdict.Undecided _ -> new Comparison(true, who(attempt) + attempt.result() + ".");
        };
    }

    private static Comparison afterAllowed(Attempt attempt, SocketFile file) {
        Errno errno = attempt.errno();
        if (errno == null) {
            return new Comparison(true, who(attempt) + "connected, as said, and closed again at once.");
        }
        return attempt.passedTheRights()
                ? new Comparison(true, who(attempt) + attempt.result() + ". The rights suffice, as said: "
                        + "who stands there is the reason (" + file.occupant().words() + ").")
                : new Comparison(false, who(attempt) + attempt.result() + ", although the verdict says it may. "
                        + SecurityModule.suspicion(file) + " " + SecurityModule.ADVICE);
    }

    private static Comparison afterRefused(Attempt attempt, Verdict.Refused refused) {
        if (refused.errno().equals(attempt.errno())) {
            return new Comparison(true, who(attempt) + attempt.result() + ", as said.");
        }
        return new Comparison(
                false,
                who(attempt) + attempt.result() + ", although the verdict says " + refused.errno().symbol()
                        + ". The path may have changed meanwhile: look again. If it stays so, this mount or namespace"
                        + " checks by other rules.");
    }

    private static String who(Attempt attempt) {
        return "Tried as " + attempt.who().name() + ": ";
    }
}
