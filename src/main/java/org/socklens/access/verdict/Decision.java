package org.socklens.access.verdict;

/// What one node says to one identity.
///
/// @param want the rights that were asked for
/// @param missing those that the deciding clause lacks; 0 when granted
/// @param by what decided
public record Decision(int want, int missing, Clause by) {
    /// Whether the node lets pass.
    public boolean granted() {
        return missing == 0;
    }

    /// Whether it lets pass only because of a capability.
    public boolean bypassed() {
        return by instanceof Clause.Bypass;
    }
}
