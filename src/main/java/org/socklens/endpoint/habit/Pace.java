package org.socklens.endpoint.habit;

/// How fast a client gives its bytes to the kernel.
public sealed interface Pace {
    /// As much as the kernel takes.
    record AtOnce() implements Pace {}

    /// At most `bytes` bytes a send and `millis` milliseconds from one send to the next. Messages go whole, so for them
    /// only the pause holds.
    record Pieces(int bytes, int millis) implements Pace {}
}
