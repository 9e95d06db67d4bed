package org.socklens.traffic;

/// Which rows of a transcript count.
public enum RowFilter {
    /// Every row.
    ALL,
    /// Chunks that were received.
    RECEIVED,
    /// Chunks that were sent.
    SENT,
    /// Everything that is not a chunk.
    EVENTS;

    /// Whether a row of this kind counts.
    public boolean accepts(Kind kind) {
        return switch (this) {
            case ALL -> true;
            case RECEIVED -> kind == Kind.RECEIVED;
            case SENT -> kind == Kind.SENT;
            case EVENTS -> !kind.isChunk();
        };
    }
}
