package org.socklens.ui.sockets.look;

/// How much the picture shows.
public enum Scope {
    /// The processes that hold the selected socket, and whom they talk to.
    NEIGHBOURS,
    /// Everybody.
    MACHINE
}
