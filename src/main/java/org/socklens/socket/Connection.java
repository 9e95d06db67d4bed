package org.socklens.socket;

import java.lang.foreign.MemorySegment;

/// One end of a connected socket, non-blocking. For the thread of its [Poller].
public interface Connection extends OpenSocket {
    /// What [#send] answers when the kernel has no room now.
    int NO_ROOM = -1;

    /// Who is at the other end; not known of a datagram socket that was connected.
    Credentials peer();

    /// Whether the peer has closed both directions, as far as the poller has seen.
    boolean peerClosed();

    /// One send: of bytes of a stream, of which the kernel may take fewer, or of one whole message, which may be empty.
    /// Returns how many bytes the kernel took, or [#NO_ROOM].
    ///
    /// @throws SocketFailure EPIPE when the peer closed; ECONNREFUSED when a datagram socket did; ECONNRESET; EMSGSIZE
    ///     beyond [#longestMessage]
    int send(MemorySegment from, int length) throws SocketFailure;

    /// Opens what is to be passed.
    ///
    /// @throws SocketFailure of `openat` or `pipe2` (ENOENT, EACCES, EMFILE …)
    OpenedDescriptor open(Passable what) throws SocketFailure;

    /// As [#send], with a copy of an open descriptor beside the bytes. A stream needs at least one byte for that.
    int send(MemorySegment from, int length, OpenedDescriptor passed) throws SocketFailure;

    /// Half-close: the peer sees end of stream, receiving goes on.
    void shutdownOutput() throws SocketFailure;
}
