package org.socklens.socket;

import java.lang.foreign.MemorySegment;
import java.util.List;

/// A socket that receives, non-blocking. For the thread of its [Poller].
public interface OpenSocket extends AutoCloseable {
    /// What [#readDescriptor] answers when a read would have to wait.
    int NOTHING_TO_READ = -1;

    /// What a receive found.
    enum Outcome {
        /// Bytes or a message: [#received] tells how many bytes. A message may have none.
        DATA,
        /// The peer sends no more.
        END_OF_STREAM,
        /// Nothing now.
        NOTHING_YET
    }

    /// What the poller should report.
    enum Interest {
        /// Not even that the peer is gone.
        UNWATCHED,
        /// Only that the peer is gone.
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

    /// How it moves bytes.
    SocketType type();

    /// The name that it is bound to; unnamed when it is not.
    Address address();

    /// Its number in this process.
    int descriptor();

    /// The number of the socket itself: the same in every process that holds a copy of the descriptor.
    long inode();

    /// Asks for other buffer sizes (`SO_SNDBUF`, `SO_RCVBUF`, `man 7 socket`). The kernel doubles what is asked and keeps
    /// within limits of its own.
    void bufferSizes(int send, int receive) throws SocketFailure;

    /// Starts reporting readiness to `ready`, at first for receiving.
    void register(Ready ready) throws SocketFailure;

    /// Changes what is reported. That the peer has hung up is always reported.
    void interest(Interest interest);

    /// Reports nothing more, not even that the peer has hung up.
    void unregister();

    /// From now on the kernel tells the sender's credentials with what is received (SO_PASSCRED). A datagram socket
    /// without a name gets one from the kernel when it sends then.
    void askForCredentials() throws SocketFailure;

    /// One receive of at most `length` bytes into native memory: of the stream, or of one message.
    ///
    /// @throws SocketFailure ECONNRESET when the peer closed with unread data
    Outcome receive(MemorySegment into, int length) throws SocketFailure;

    /// How many bytes lie in the queue of this end and wait to be received; of datagrams those of the next.
    int unread() throws SocketFailure;

    /// How many bytes the latest receive moved.
    int received();

    /// What came beside the bytes of the latest receive.
    Arrival arrival();

    /// The descriptors that it holds: those that were received and not closed since, and ends of pipes whose other end
    /// was passed.
    List<PassedDescriptor> descriptors();

    /// Reads from one of [#descriptors] without waiting; returns how many bytes, 0 at its end, [#NOTHING_TO_READ].
    /// Where it is a file this moves the position for everybody who shares it.
    ///
    /// @throws SocketFailure EBADF when it was opened for writing only, EISDIR …
    int readDescriptor(int number, MemorySegment into, int length) throws SocketFailure;

    /// Closes one of [#descriptors].
    void closeDescriptor(int number);

    /// The longest message in bytes that the send buffer takes; a longer one is EMSGSIZE. Means nothing to a stream.
    int longestMessage();

    /// Closes it, and every descriptor that it holds. Closing twice is fine.
    @Override
    void close();
}
