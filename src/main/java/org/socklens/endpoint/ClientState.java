package org.socklens.endpoint;

import org.jspecify.annotations.Nullable;
import org.socklens.socket.Credentials;
import org.socklens.socket.SocketFailure;

/// How a client is.
public sealed interface ClientState {
    /// The connect is under way.
    record Connecting() implements ClientState {}

    /// Connected: maybe still in the listener's queue.
    ///
    /// @param peer who it is, as far as the kernel tells
    /// @param inode the number of the client's socket; 0 when it is not known
    /// @param canSend false after a half-close of this side
    /// @param peerSends false after the peer's end of stream
    /// @param refusal why the latest message was not sent though the connection is fine; empty otherwise
    record Connected(Credentials peer, long inode, boolean canSend, boolean peerSends, String refusal)
            implements ClientState {}

    /// Everything is closed.
    ///
    /// @param failure why the connect was refused or the connection ended, or null when it ended in order
    /// @param everConnected whether the connect had succeeded
    record Closed(@Nullable SocketFailure failure, boolean everConnected) implements ClientState {}
}
