package org.socklens.socket;

import java.lang.foreign.MemorySegment;

/// A bound datagram socket that takes messages from anybody and answers to addresses. For the thread of its [Poller].
public interface DatagramSocket extends OpenSocket {
    /// Sends one message; false when the queue of whoever receives at `to` is full now.
    ///
    /// @throws SocketFailure ECONNREFUSED when nobody receives there any more, ENOENT, EACCES, EMSGSIZE; EPERM when that
    ///     socket is connected to another
    boolean send(MemorySegment from, int length, Address to) throws SocketFailure;
}
