package org.socklens.access.occupant;

import java.util.List;
import java.util.stream.Collectors;

/// A socket that some process has bound to a socket file.
///
/// @param state whether it takes connections or messages
/// @param type STREAM, DGRAM or SEQPACKET
/// @param waiting connections that wait to be accepted
/// @param backlog how many may wait
/// @param holders who has it open, as far as this process may see
public record BoundSocket(State state, String type, long waiting, long backlog, List<Holder> holders) {
    /// What a client meets.
    public enum State {
        /// Takes connections.
        LISTENING,
        /// A datagram socket: takes messages without a connection.
        RECEIVING,
        /// Bound, but listen was not called yet: refuses.
        BOUND
    }

    /// Copies the list.
    public BoundSocket {
        holders = List.copyOf(holders);
    }

    /// Whether a client of the right type gets through.
    public boolean isLive() {
        return state != State.BOUND;
    }

    /// The holders as messages name them; says so when they cannot be seen.
    public String holdersInWords() {
        return holders.isEmpty()
                ? "a process that this one may not look into"
                : holders.stream().map(Holder::words).collect(Collectors.joining(", "));
    }
}
