package org.socklens.endpoint;

import org.jspecify.annotations.Nullable;
import org.socklens.socket.Address;
import org.socklens.socket.SocketFailure;

/// How a server is.
public sealed interface ServerState {
    /// Bind and listen are under way.
    record Starting() implements ServerState {}

    /// Clients can connect, or send datagrams.
    ///
    /// @param address the name that it has; after autobind the one that the kernel chose
    /// @param waiting how many connections wait to be accepted; -1 when it is not known
    /// @param trouble why connections cannot be accepted now (EMFILE, ENFILE), or null
    record Listening(Address address, int backlog, int waiting, @Nullable SocketFailure trouble)
            implements ServerState {}

    /// Everything is closed.
    ///
    /// @param failure why it never listened or had to end, or null when it was asked to stop
    record Stopped(@Nullable SocketFailure failure) implements ServerState {}
}
