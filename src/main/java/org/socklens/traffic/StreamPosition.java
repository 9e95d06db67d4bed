package org.socklens.traffic;

/// How far one direction of one connection has come: the next offset, the begun character at its end, and the row of
/// its latest chunk. Belongs to whoever writes the transcript; used with one transcript only; not thread-safe.
public final class StreamPosition {
    private long offset;
    private int carry;
    private long lastRow = -1;

    /// The start of a stream.
    public StreamPosition() {}

    /// Bytes moved so far: the offset of the next chunk.
    public long offset() {
        return offset;
    }

    int carry() {
        return carry;
    }

    long lastRow() {
        return lastRow;
    }

    void advance(int length, int newCarry, long row) {
        offset += length;
        carry = newCarry;
        lastRow = row;
    }
}
