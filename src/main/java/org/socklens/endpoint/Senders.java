package org.socklens.endpoint;

/// Whether an endpoint asks the kernel who sends what it receives (SO_PASSCRED, `man 7 unix`).
public enum Senders {
    /// It does not.
    UNASKED,
    /// Process and accounts come with what is received.
    ASKED
}
