package org.socklens.system;

/// What is at the other end of a socket.
public sealed interface Peer {
    /// There is no other end.
    record None() implements Peer {}

    /// Another socket.
    ///
    /// @param inode its number; it may belong to another network namespace and so be in no list
    record Socket(long inode) implements Peer {}

    /// A connection that waits to be accepted.
    ///
    /// @param listener the number of the listening socket; 0 when the kernel did not tell
    record Waiting(long listener) implements Peer {}

    /// A socket that is closed.
    record Closed() implements Peer {}

    /// There may be one, but the kernel's diagnosis, which alone tells, was refused.
    record Unknown() implements Peer {}
}
