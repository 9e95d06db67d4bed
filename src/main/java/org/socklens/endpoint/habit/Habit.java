package org.socklens.endpoint.habit;

import org.socklens.socket.SocketType;

/// How a server treats its clients: well, or badly in a way that clients meet in practice.
///
/// A message is what one receive brings.
public sealed interface Habit {
    /// Sends each chunk back as soon as it was received.
    record Echo() implements Habit {}

    /// Receives everything and never answers.
    record Discard() implements Habit {}

    /// Sends each chunk back only `millis` milliseconds after it was received, and receives nothing meanwhile.
    record ReplyAfter(int millis) implements Habit {}

    /// Echoes, but receives only once in `millis` milliseconds: the queue fills.
    record ReadSlowly(int millis) implements Habit {}

    /// Receives nothing: the queue fills, and then the client's send waits.
    record StopReading() implements Habit {}

    /// Leaves new connections in the queue; those accepted before are echoed.
    record StopAccepting() implements Habit {}

    /// Echoes and closes a connection once `bytes` bytes came in on it. Of a stream it receives no byte more.
    record CloseAfter(int bytes) implements Habit {}

    /// Sends the first message back, then half-closes; what comes later is received and dropped.
    record HalfCloseAfterFirst() implements Habit {}

    /// Closes a connection as soon as bytes lie ready on it, unread: the client gets ECONNRESET.
    record Reset() implements Habit {}

    /// Whether new connections are taken from the queue.
    default boolean accepts() {
        return !(this instanceof StopAccepting);
    }

    /// Whether sockets of a type can be treated so: datagrams have no connection that could wait or end.
    default boolean appliesTo(SocketType type) {
        return switch (this) {
            case Echo _, Discard _, ReplyAfter _, ReadSlowly _, StopReading _ -> true;
            case StopAccepting _, CloseAfter _, HalfCloseAfterFirst _, Reset _ -> type != SocketType.DGRAM;
        };
    }

    /// In a few words, after "from now on".
    default String words() {
        return switch (this) {
            case Echo _ -> "echo";
            case Discard _ -> "discard";
            case ReplyAfter(int millis) -> "reply after " + millis + " ms";
            case ReadSlowly(int millis) -> "read once in " + millis + " ms";
            case StopReading _ -> "stop reading";
            case StopAccepting _ -> "do not accept";
            case CloseAfter(int bytes) -> "close after " + bytes + " bytes";
            case HalfCloseAfterFirst _ -> "half-close after the first message";
            case Reset _ -> "reset: close with unread data";
        };
    }
}
