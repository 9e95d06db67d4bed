package org.socklens.access.verdict;

import java.util.List;
import org.socklens.access.account.Identity;
import org.socklens.access.path.PathStep;
import org.socklens.access.path.PathWalk;
import org.socklens.posix.Errno;

/// What the kernel would answer, as far as names, owners and bits decide. Whether anybody listens is not asked here.
public sealed interface Verdict {
    /// What was asked.
    Question question();

    /// For whom.
    Identity who();

    /// The walk that it is about.
    PathWalk walk();

    /// The nodes that were asked for rights, in order; a refusal for lack of rights is the last.
    List<Passage> passages();

    /// The call would pass.
    record Allowed(Question question, Identity who, PathWalk walk, List<Passage> passages) implements Verdict {
        /// Whether a check was passed only by a capability.
        public boolean bypassed() {
            return passages.stream().anyMatch(passage -> passage.decision().bypassed());
        }
    }

    /// The call would fail with `errno`.
    record Refused(
            Question question, Identity who, PathWalk walk, List<Passage> passages, Errno errno, Fault fault)
            implements Verdict {}

    /// This process cannot see far enough to tell.
    ///
    /// @param step where its sight ends
    record Undecided(Question question, Identity who, PathWalk walk, List<Passage> passages, PathStep step)
            implements Verdict {}
}
