package org.socklens.ui.file;

import org.jspecify.annotations.Nullable;
import org.socklens.access.path.PathBytes;
import org.socklens.access.verdict.Question;

/// What a person asks about a path.
///
/// @param path as typed
/// @param who the account as typed, or [#THIS_PROCESS]
/// @param draft how the file would be changed; null when it is not
public record FileQuery(PathBytes path, String who, Question question, @Nullable Draft draft) {
    /// Stands for this process where an account is typed.
    public static final String THIS_PROCESS = "this process";

    /// Whether it is asked for this process.
    public boolean isForThisProcess() {
        return who.isBlank() || who.strip().equals(THIS_PROCESS);
    }
}
