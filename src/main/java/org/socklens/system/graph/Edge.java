package org.socklens.system.graph;

import java.util.List;

/// What connects two nodes.
///
/// @param from the node of the clients, or one of both where there is no server
/// @param to the node of the server
/// @param address the name under which they met, in words; empty for nameless pairs
/// @param links the connections, each by the numbers of its two sockets
public record Edge(String from, String to, String address, List<Link> links) {
    /// One connection.
    public record Link(long from, long to) {}

    /// Copies the list.
    public Edge {
        links = List.copyOf(links);
    }

    /// Whether one side is the server: both meet under a name.
    public boolean isDirected() {
        return !address.isEmpty();
    }

    /// Whether a socket is at one of its ends.
    public boolean touches(long inode) {
        return links.stream().anyMatch(link -> link.from() == inode || link.to() == inode);
    }
}
