package org.socklens.ui.control.grid;

/// Which end of its rows a grid shows at first.
public enum Start {
    /// The first row; the view stays there.
    OLDEST,
    /// The last row; the view follows it.
    NEWEST
}
