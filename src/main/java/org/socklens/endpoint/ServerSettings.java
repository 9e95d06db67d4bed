package org.socklens.endpoint;

import org.socklens.socket.Address;
import org.socklens.socket.Binding;
import org.socklens.socket.SocketType;

/// What a server is started with.
///
/// @param readSize the most bytes that one receive takes, 1 to [#MAX_READ_SIZE]
/// @param backlog how many connections may wait to be accepted; means nothing to datagrams
/// @param senders whether credentials come with what is received
public record ServerSettings(Binding binding, int readSize, int backlog, Senders senders) {
    /// The largest read size in bytes.
    public static final int MAX_READ_SIZE = 65_536;

    /// Checks the read size.
    public ServerSettings {
        requireReadSize(readSize);
    }

    /// As most servers are: not asking who sends.
    public ServerSettings(Binding binding, int readSize, int backlog) {
        this(binding, readSize, backlog, Senders.UNASKED);
    }

    /// Where it listens.
    public Address address() {
        return binding.address();
    }

    /// How it moves bytes.
    public SocketType type() {
        return binding.type();
    }

    static int requireReadSize(int readSize) {
        if (readSize < 1 || readSize > MAX_READ_SIZE) {
            throw new IllegalArgumentException("read size " + readSize);
        }
        return readSize;
    }
}
