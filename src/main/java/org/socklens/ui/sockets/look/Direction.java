package org.socklens.ui.sockets.look;

/// Which way rows are sorted.
public enum Direction {
    /// The smallest first.
    UP,
    /// The largest first.
    DOWN;

    /// The other one.
    public Direction other() {
        return this == UP ? DOWN : UP;
    }
}
