package org.socklens.socket;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one receive tells beside the bytes that it took (`man 2 recvmsg`, `man 7 unix`).
///
/// @param lost how many bytes of the message found no room and are gone (MSG_TRUNC)
/// @param sender the name of the socket that sent a message; unnamed when it has none, and for streams
/// @param credentials who sent it, where that was asked for, or null
/// @param descriptors what was passed with it; open until the receiving socket closes them
/// @param ancillaryLost whether ancillary data found no room (MSG_CTRUNC): descriptors beyond what the process may open
public record Arrival(
        long lost,
        Address sender,
        @Nullable Credentials credentials,
        List<PassedDescriptor> descriptors,
        boolean ancillaryLost) {
    /// Bytes and nothing else.
    public static final Arrival PLAIN = new Arrival(0, new Address.Unnamed(), null, List.of(), false);

    /// Copies the list.
    public Arrival {
        descriptors = List.copyOf(descriptors);
    }
}
