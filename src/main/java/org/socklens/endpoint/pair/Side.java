package org.socklens.endpoint.pair;

/// One of the two processes, and the end of the pair that it is meant to use.
public enum Side {
    /// The process that made the pair.
    PARENT,
    /// The process that inherited an end.
    CHILD;

    /// The process at the other end.
    public Side other() {
        return this == PARENT ? CHILD : PARENT;
    }
}
