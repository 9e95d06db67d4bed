package org.socklens.endpoint;

import org.socklens.socket.Address;
import org.socklens.socket.SocketType;

/// What a client is connected with.
///
/// @param address where to connect to
/// @param own what it is bound to before; unnamed to leave it unbound, so that no answer to a datagram finds it
/// @param readSize the most bytes that one receive takes, 1 to [ServerSettings#MAX_READ_SIZE]
/// @param senders whether credentials come with what is received
public record ClientSettings(SocketType type, Address address, Address own, int readSize, Senders senders) {
    /// Checks the read size.
    public ClientSettings {
        ServerSettings.requireReadSize(readSize);
    }

    /// As most clients are: bound when answers need it, and not asking who sends.
    public ClientSettings(SocketType type, Address address, int readSize) {
        this(
                type,
                address,
                type == SocketType.DGRAM ? new Address.Autobind() : new Address.Unnamed(),
                readSize,
                Senders.UNASKED);
    }
}
