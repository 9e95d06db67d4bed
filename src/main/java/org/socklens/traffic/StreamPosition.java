package org.socklens.traffic;

/// How far one direction of one connection has come: the next offset, the begun character at its end, and the row of
/// its latest chunk. Over messages no character and no search goes on from one into the next. Belongs to whoever writes
/// the transcript; used with one transcript only; not thread-safe.
public final class StreamPosition {
    private final boolean messages;
    private long offset;
    private int carry;
    private long lastRow = -1;

    /// The start of a stream.
    public StreamPosition() {
        this(false);
    }

    private StreamPosition(boolean messages) {
        this.messages = messages;
    }

    /// The start of a row of messages, each with boundaries of its own.
    public static StreamPosition ofMessages() {
        return new StreamPosition(true);
    }

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

    boolean isOfMessages() {
        return messages;
    }

    void advance(int length, int newCarry, long row) {
        offset += length;
        if (!messages) {
            carry = newCarry;
            lastRow = row;
        }
    }
}
