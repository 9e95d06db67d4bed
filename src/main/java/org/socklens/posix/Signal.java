package org.socklens.posix;

/// The signals that steer a child process (`man 7 signal`); none of them can be caught.
public enum Signal {
    /// Ends it at once.
    SIGKILL(9),
    /// Continues it after [#SIGSTOP].
    SIGCONT(18),
    /// Halts it: it keeps its descriptors and does nothing.
    SIGSTOP(19);

    private final int number;

    Signal(int number) {
        this.number = number;
    }

    /// The kernel's number of this signal.
    public int number() {
        return number;
    }
}
