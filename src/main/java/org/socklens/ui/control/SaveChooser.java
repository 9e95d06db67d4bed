package org.socklens.ui.control;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Asks a person where to save.
@FunctionalInterface
public interface SaveChooser {
    /// The new file, or null when the person thought better of it.
    @Nullable Path choose(String suggestedName);
}
