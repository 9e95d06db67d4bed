package org.socklens.socket;

import org.jspecify.annotations.Nullable;

/// A socket that accepts connections. For the thread of its [Poller].
public interface Listener extends AutoCloseable {
    /// The name that it is bound to.
    Address address();

    /// The oldest queued connection, or null when none is queued.
    ///
    /// @throws SocketFailure EMFILE or ENFILE: the connection stays queued
    @Nullable Connection accept() throws SocketFailure;

    /// How many connections wait to be accepted; -1 when the platform does not tell.
    int waiting();

    /// Whether [Poller#poll] calls for waiting connections. Off while no descriptor is left for them.
    void watch(boolean watched);

    /// Removes the socket file if it still is ours, then closes. Closing twice is fine.
    @Override
    void close();
}
