package org.socklens.endpoint;

import org.socklens.socket.Address;
import org.socklens.socket.SocketType;

/// What a client is connected with.
///
/// @param readSize the most bytes that one receive takes, 1 to [ServerSettings#MAX_READ_SIZE]
public record ClientSettings(SocketType type, Address address, int readSize) {
    /// Checks the read size.
    public ClientSettings {
        ServerSettings.requireReadSize(readSize);
    }
}
