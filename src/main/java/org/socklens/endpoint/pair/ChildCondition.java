package org.socklens.endpoint.pair;

import org.socklens.posix.Signal;
import org.socklens.posix.WaitStatus;

/// How the child process is.
public sealed interface ChildCondition {
    /// Started; it has not said yet that it uses its end.
    record Starting() implements ChildCondition {}

    /// It does what it is told.
    record Running() implements ChildCondition {}

    /// Halted by SIGSTOP: it holds its descriptors and does nothing.
    record Halted() implements ChildCondition {}

    /// It has ended and was waited for.
    record Ended(WaitStatus how) implements ChildCondition {
        /// How it ended, in words.
        public String words() {
            return switch (how) {
                case WaitStatus.Exited(int status) -> "exited with status " + status;
                case WaitStatus.Killed(int signal) -> signal == Signal.SIGKILL.number() ? "killed by SIGKILL" : "killed by signal " + signal;
            };
        }
    }
}
