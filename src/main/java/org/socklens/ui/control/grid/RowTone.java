package org.socklens.ui.control.grid;

/// How a whole row is drawn.
public enum RowTone {
    /// As any other.
    PLAIN,
    /// Dim and italic: something that happened, not something that was moved.
    EVENT,
    /// In the colour of danger.
    FAILED,
    /// On a light ground for a moment: it was not there before.
    FRESH,
    /// Faint for a moment: it is there no more.
    GONE
}
