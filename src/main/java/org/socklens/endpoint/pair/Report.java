package org.socklens.endpoint.pair;

import org.socklens.traffic.Kind;

/// What the child tells the parent over the control channel.
sealed interface Report {
    /// The child uses its end from now on.
    record Ready() implements Report {}

    /// It moved a chunk at `nanos`, since 1970 UTC.
    ///
    /// @param messageLength how long the message really was
    record Moved(Kind kind, long nanos, int messageLength, Bytes bytes) implements Report {}

    /// Something happened at `nanos`, since 1970 UTC.
    record Happened(Kind kind, long nanos, String text) implements Report {}

    /// How its end is now.
    record State(EndState state) implements Report {}

    /// Bytes of a chunk, as they are.
    final class Bytes {
        private final byte[] array;

        Bytes(byte[] array) {
            this.array = array;
        }

        byte[] array() {
            return array;
        }
    }
}
