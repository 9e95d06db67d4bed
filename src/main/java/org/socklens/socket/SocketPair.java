package org.socklens.socket;

/// Two sockets that are connected to each other and have no name: who wants an end inherits it.
///
/// @param first one end
/// @param second the other
public record SocketPair(Connection first, Connection second) implements AutoCloseable {
    /// Closes this process's copies of both ends. Closing twice is fine.
    @Override
    public void close() {
        first.close();
        second.close();
    }
}
