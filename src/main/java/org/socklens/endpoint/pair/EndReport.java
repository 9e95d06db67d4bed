package org.socklens.endpoint.pair;

import java.lang.foreign.MemorySegment;
import org.socklens.traffic.Kind;

/// Is told what an end does. In the parent it writes the transcript, in the child the control channel.
interface EndReport {
    /// A chunk was moved: the first `length` of `messageLength` bytes.
    void chunk(Kind kind, MemorySegment bytes, int length, int messageLength);

    /// Something happened.
    void event(Kind kind, String text);

    /// How the end is now.
    void state(EndState state);

    /// Whether more can be told now; while not, the end receives nothing.
    boolean hasRoom();
}
