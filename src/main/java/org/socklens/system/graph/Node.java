package org.socklens.system.graph;

import java.util.List;

/// A process in the graph, or what stands for one that is not known.
///
/// @param id its own for as long as the process runs; the graph's edges name it
/// @param title its program, or `unknown`
/// @param subtitle its pid and user, or why it is not known
/// @param kind what it stands for
/// @param ports where it can be reached, listeners first
/// @param inner how many pairs of sockets connect it with itself
/// @param sockets the numbers of all its sockets, those that can be reached first
public record Node(
        String id, String title, String subtitle, Kind kind, List<Port> ports, int inner, List<Long> sockets) {
    /// What a node stands for.
    public enum Kind {
        /// A process of this user.
        OWN,
        /// A process of root.
        ROOT,
        /// A process of somebody else.
        OTHER,
        /// Some process that this one may not look into, or that is in another pid namespace.
        UNKNOWN
    }

    /// Where a process can be reached.
    ///
    /// @param address in words
    /// @param inode the number of its socket
    /// @param clients how many connections of it are open, those that wait included
    public record Port(String address, long inode, int clients) {}

    /// Copies the lists.
    public Node {
        ports = List.copyOf(ports);
        sockets = List.copyOf(sockets);
    }
}
