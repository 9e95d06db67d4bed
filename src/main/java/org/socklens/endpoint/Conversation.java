package org.socklens.endpoint;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;
import org.socklens.socket.Arrival;
import org.socklens.socket.Connection;
import org.socklens.socket.Credentials;
import org.socklens.socket.OpenSocket;
import org.socklens.socket.OpenedDescriptor;
import org.socklens.socket.Passable;
import org.socklens.socket.Poller;
import org.socklens.socket.SocketFailure;
import org.socklens.socket.SocketType;
import org.socklens.traffic.Kind;
import org.socklens.traffic.StreamPosition;
import org.socklens.traffic.Transcript;

/// Both directions of one connection, chunk by chunk or message by message, each told to the transcript with all that
/// came beside it. For the loop's thread.
final class Conversation {
    private final int number;
    private final Connection connection;
    private final Poller poller;
    private final Transcript transcript;
    private final Descriptors descriptors;
    private final StreamPosition in;
    private final StreamPosition out;
    private @Nullable Credentials sender;

    /// @param number of the connection in the transcript
    /// @param descriptors is told what the connection holds
    Conversation(
            int number, Connection connection, Poller poller, Transcript transcript, Descriptors descriptors) {
        this.number = number;
        this.connection = connection;
        this.poller = poller;
        this.transcript = transcript;
        this.descriptors = descriptors;
        in = position();
        out = position();
    }

    private StreamPosition position() {
        return isOfMessages() ? StreamPosition.ofMessages() : new StreamPosition();
    }

    /// Whether messages are moved, each whole, or else a stream.
    boolean isOfMessages() {
        return connection.type() != SocketType.STREAM;
    }

    /// Bytes that came in.
    long received() {
        return in.offset();
    }

    /// Bytes that went out.
    long sent() {
        return out.offset();
    }

    /// One receive; what it took is [Connection#received] bytes.
    OpenSocket.Outcome receive(MemorySegment buffer, int length) throws SocketFailure {
        OpenSocket.Outcome outcome = connection.receive(buffer, length);
        if (outcome == OpenSocket.Outcome.DATA) {
            taken(buffer, connection.received(), connection.arrival());
        }
        return outcome;
    }

    private void taken(MemorySegment buffer, int length, Arrival arrival) {
        Credentials from = arrival.credentials();
        if (from != null && !from.equals(sender)) {
            sender = from;
            tell(Kind.SENDER, "from " + from.text());
        }
        chunk(Kind.RECEIVED, in, buffer, length, (int) (length + arrival.lost()));
        ArrivalText.tell(arrival, length, this::tell);
        if (!arrival.descriptors().isEmpty()) {
            descriptors.look(connection, number, this::tell);
        }
    }

    /// One send, of a message the whole; how many bytes the kernel took, or [Connection#NO_ROOM].
    int send(MemorySegment bytes) throws SocketFailure {
        int moved = connection.send(bytes, (int) bytes.byteSize());
        if (moved != Connection.NO_ROOM) {
            chunk(Kind.SENT, out, bytes, moved, moved);
        }
        return moved;
    }

    /// As [#send], of bytes with which the latest receive began: an echo.
    int sendBack(MemorySegment bytes) throws SocketFailure {
        int moved = connection.send(bytes, (int) bytes.byteSize());
        if (moved != Connection.NO_ROOM) {
            transcript.echo(Kind.SENT, number, out, poller.lastNanos(), poller.lastCall(), bytes, moved);
        }
        return moved;
    }

    /// Sends bytes with a descriptor that is opened for it; how many bytes the kernel took, or [Connection#NO_ROOM].
    int pass(MemorySegment bytes, Passable what) throws SocketFailure {
        try (OpenedDescriptor opened = connection.open(what)) {
            int moved = connection.send(bytes, (int) bytes.byteSize(), opened);
            if (moved != Connection.NO_ROOM) {
                chunk(Kind.SENT, out, bytes, moved, moved);
                tell(Kind.DESCRIPTORS, "passed " + opened.descriptor().text());
            }
            return moved;
        } finally {
            descriptors.look(connection, number, this::tell);
        }
    }

    private void chunk(Kind kind, StreamPosition position, MemorySegment bytes, int length, int messageLength) {
        transcript.chunk(
                kind, number, position, poller.lastNanos(), poller.lastCall(), bytes, length, messageLength);
    }

    /// Tells an event of this connection.
    void tell(Kind kind, String text) {
        transcript.event(kind, number, poller.lastNanos(), poller.lastCall(), text);
    }
}
