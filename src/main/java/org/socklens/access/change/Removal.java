package org.socklens.access.change;

/// What became of a stale socket file.
public sealed interface Removal {
    /// The name is gone.
    record Removed() implements Removal {}

    /// Left alone.
    ///
    /// @param sentence why
    record Kept(String sentence) implements Removal {}
}
