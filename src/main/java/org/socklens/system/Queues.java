package org.socklens.system;

/// What waits at a socket; -1 stands for a number that the kernel did not tell.
///
/// @param receive connections that wait to be accepted on a listening socket, otherwise bytes to be read: of datagrams
///     those of the next one
/// @param send how many connections may wait on a listening socket, otherwise the memory in bytes of what was sent and
///     not read by the peer
/// @param sendBuffer how much of that memory is allowed before a send blocks, in bytes
/// @param memory kernel memory that both queues take, in bytes
public record Queues(long receive, long send, long sendBuffer, long memory) {
    /// Nothing was told.
    public static final Queues UNKNOWN = new Queues(-1, -1, -1, -1);

    /// Whether the kernel told.
    public boolean isKnown() {
        return receive >= 0;
    }
}
