package org.socklens.ui.control;

import org.jspecify.annotations.Nullable;

/// Asks a person for a path.
@FunctionalInterface
public interface PathChooser {
    /// The chosen path, or null when the person thought better of it; `current` is what stands in the field.
    @Nullable String choose(String current);
}
