package org.socklens.access.change;

/// What became of a change.
public sealed interface ChangeResult {
    /// Done; the node is now as the kernel made it.
    ///
    /// @param note what the kernel did otherwise than asked, in a sentence; empty when nothing
    record Changed(Ownership now, String note) implements ChangeResult {}

    /// Refused, or not even tried: the node is as it was.
    ///
    /// @param sentence the call, the errno, what is at fault and the next step
    record Unchanged(String sentence) implements ChangeResult {}
}
