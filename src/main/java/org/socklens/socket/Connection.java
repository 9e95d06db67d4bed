package org.socklens.socket;

import java.lang.foreign.MemorySegment;

/// One end of a connected socket, non-blocking. For the thread of its [Poller].
public interface Connection extends AutoCloseable {
    /// What a receive found.
    enum Outcome {
        /// Bytes: [#received] tells how many.
        DATA,
        /// The peer sends no more.
        END_OF_STREAM,
        /// Nothing now.
        NOTHING_YET
    }

    /// What the poller should report.
    enum Interest {
        NOTHING,
        RECEIVE,
        SEND,
        BOTH
    }

    /// Is told when the socket is ready for what was asked.
    interface Ready {
        /// Something can be received: bytes, end of stream or an error.
        void receive();

        /// Something can be sent, or an error waits.
        void send();
    }

    /// Who is at the other end.
    Credentials peer();

    /// Starts reporting readiness to `ready`, at first for receiving.
    void register(Ready ready) throws SocketFailure;

    /// Changes what is reported.
    void interest(Interest interest);

    /// One receive of at most `length` bytes into native memory.
    ///
    /// @throws SocketFailure ECONNRESET when the peer closed with unread data
    Outcome receive(MemorySegment into, int length) throws SocketFailure;

    /// How many bytes the latest receive moved.
    int received();

    /// Whether the peer has closed both directions, as far as the poller has seen.
    boolean peerClosed();

    /// One send; returns how many bytes the kernel took, 0 when it has no room now.
    ///
    /// @throws SocketFailure EPIPE when the peer closed, ECONNRESET
    int send(MemorySegment from, int length) throws SocketFailure;

    /// Half-close: the peer sees end of stream, receiving goes on.
    void shutdownOutput() throws SocketFailure;

    /// Closing twice is fine.
    @Override
    void close();
}
