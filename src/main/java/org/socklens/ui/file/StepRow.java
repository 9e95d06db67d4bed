package org.socklens.ui.file;

import org.socklens.access.path.PathStep;

/// One component of the path walk with what it says to the identity that was asked for.
///
/// @param facts mode, owner and group, or where a link leads
/// @param decided the deciding bit or entry in a few letters; empty when nothing was asked of it
/// @param details everything that is known of it, in sentences
public record StepRow(PathStep step, Mark mark, String facts, String decided, String details) {
    /// What became of the walk here.
    public enum Mark {
        /// It lets pass.
        PASSED,
        /// It stands in the way.
        FAULT,
        /// Nothing was asked of it.
        NOT_ASKED
    }
}
