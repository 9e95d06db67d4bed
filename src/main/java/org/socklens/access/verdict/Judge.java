package org.socklens.access.verdict;

import org.socklens.access.account.Identity;
import org.socklens.access.path.PathWalk;

/// Tells what the kernel would answer to an identity on a walked path, with the errno of the first check that fails.
/// Touches nothing; any thread.
public final class Judge {
    private final KernelSettings settings;

    /// A judge under given settings of the kernel.
    public Judge(KernelSettings settings) {
        this.settings = settings;
    }

    /// The verdict. For another identity than this process ask about an absolute path: a relative one starts at the
    /// working directory of this process.
    public Verdict judge(Question question, PathWalk walk, Identity who) {
        return new Trial(settings, question, walk, who).verdict();
    }
}
