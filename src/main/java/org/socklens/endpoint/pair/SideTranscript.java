package org.socklens.endpoint.pair;

import java.lang.foreign.MemorySegment;
import org.socklens.socket.SocketType;
import org.socklens.traffic.Kind;
import org.socklens.traffic.StreamPosition;
import org.socklens.traffic.Transcript;

/// What one side moves, as it goes into its transcript. For the loop's thread.
final class SideTranscript {
    private static final int ONLY_CONNECTION = 1;

    private final Transcript transcript;
    private final StreamPosition in;
    private final StreamPosition out;

    SideTranscript(Transcript transcript, SocketType type) {
        this.transcript = transcript;
        in = position(type);
        out = position(type);
    }

    private static StreamPosition position(SocketType type) {
        return type == SocketType.STREAM ? new StreamPosition() : StreamPosition.ofMessages();
    }

    void chunk(Kind kind, long nanos, long call, MemorySegment bytes, int length, int messageLength) {
        StreamPosition position = kind == Kind.RECEIVED ? in : out;
        transcript.chunk(kind, ONLY_CONNECTION, position, nanos, call, bytes, length, messageLength);
    }

    void event(Kind kind, long nanos, long call, String text) {
        transcript.event(kind, ONLY_CONNECTION, nanos, call, text);
    }
}
