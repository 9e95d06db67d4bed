package org.socklens.endpoint;

import java.lang.foreign.MemorySegment;
import org.socklens.socket.SocketType;

/// What waits to be sent, in order. For one thread.
public interface SendQueue extends AutoCloseable {
    /// The queue that sockets of a type need.
    static SendQueue of(SocketType type) {
        return switch (type) {
            case STREAM -> new StreamQueue();
            case DGRAM, SEQPACKET -> new MessageQueue();
        };
    }

    /// Takes what was given to be sent. It is not copied and must not change.
    void add(byte[] message);

    /// Whether nothing waits.
    boolean isEmpty();

    /// How many bytes wait.
    long bytes();

    /// What is to be sent next, in native memory. Only while something waits.
    MemorySegment head();

    /// The kernel took the first `count` bytes of [#head].
    void taken(int count);

    /// Gives everything up; returns how many bytes that were.
    long clear();

    @Override
    void close();
}
