package org.socklens.ui.control.grid;

/// How a piece of a cell is drawn.
public enum PieceStyle {
    /// As the row.
    PLAIN("plain"),
    /// Less than the row.
    MUTED("muted"),
    /// What came in.
    RECEIVED("received"),
    /// What went out.
    SENT("sent"),
    /// What is as it should be.
    GOOD("good"),
    /// What should be noticed.
    WARNING("warning"),
    /// The name of a control character, in a box.
    CONTROL("control"),
    /// Bytes that are no text, in hex, in a box.
    BYTES("bytes");

    private final String styleClass;

    PieceStyle(String styleClass) {
        this.styleClass = styleClass;
    }

    String styleClass() {
        return styleClass;
    }

    boolean isBoxed() {
        return this == CONTROL || this == BYTES;
    }
}
