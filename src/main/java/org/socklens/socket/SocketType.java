package org.socklens.socket;

/// How a socket moves bytes (`man 2 socket`).
public enum SocketType {
    /// A byte stream without message boundaries.
    STREAM(1),
    /// Messages without a connection.
    DGRAM(2),
    /// Messages over a connection.
    SEQPACKET(5);

    private final int number;

    SocketType(int number) {
        this.number = number;
    }

    /// The kernel's number of this type.
    public int number() {
        return number;
    }
}
