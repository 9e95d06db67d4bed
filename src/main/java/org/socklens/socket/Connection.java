package org.socklens.socket;

import java.lang.foreign.MemorySegment;

/// One end of a connected socket, non-blocking. For the thread of its [Poller].
public interface Connection extends OpenSocket {
    /// Who is at the other end; not known of a datagram socket that was connected.
    Credentials peer();

    /// Whether the peer has closed both directions, as far as the poller has seen.
    boolean peerClosed();

    /// One send of bytes; returns how many the kernel took, 0 when it has no room now.
    ///
    /// @throws SocketFailure EPIPE when the peer closed, ECONNRESET
    int send(MemorySegment from, int length) throws SocketFailure;

    /// Sends one message, which may be empty; false when there is no room for it now.
    ///
    /// @throws SocketFailure EMSGSIZE beyond [#longestMessage], EPIPE when the peer closed; ECONNREFUSED when a datagram
    ///     socket did
    boolean sendMessage(MemorySegment from, int length) throws SocketFailure;

    /// Half-close: the peer sees end of stream, receiving goes on.
    void shutdownOutput() throws SocketFailure;
}
