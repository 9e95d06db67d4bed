package org.socklens.ui.sockets.look;

import org.socklens.system.report.SocketColumn;

/// What a person wants to see.
///
/// @param filter which sockets, as typed: see [org.socklens.system.filter.SocketFilter]
/// @param order by which column they are sorted
/// @param selected the number of the selected socket, or 0
/// @param scope how much the picture shows
public record SocketsRequest(
        String filter, SocketColumn order, Direction direction, long selected, Scope scope) {
    /// Which rows there are and how they are sorted: the same text as long as neither changes.
    public String arrangement() {
        return order + " " + direction + " " + filter;
    }
}
