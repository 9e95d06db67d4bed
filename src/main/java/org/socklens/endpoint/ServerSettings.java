package org.socklens.endpoint;

import org.socklens.socket.Address;
import org.socklens.socket.Binding;

/// What a server is started with.
///
/// @param readSize the most bytes that one receive takes, 1 to [#MAX_READ_SIZE]
/// @param backlog how many connections may wait to be accepted
public record ServerSettings(Binding binding, int readSize, int backlog) {
    /// The largest read size in bytes.
    public static final int MAX_READ_SIZE = 65_536;

    /// Checks the read size.
    public ServerSettings {
        requireReadSize(readSize);
    }

    /// Where it listens.
    public Address address() {
        return binding.address();
    }

    static int requireReadSize(int readSize) {
        if (readSize < 1 || readSize > MAX_READ_SIZE) {
            throw new IllegalArgumentException("read size " + readSize);
        }
        return readSize;
    }
}
