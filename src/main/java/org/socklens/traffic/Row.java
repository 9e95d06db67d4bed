package org.socklens.traffic;

/// One row of a transcript.
///
/// @param row           its absolute index, never used again
/// @param number        the number shown for it: 1 for the first row after a clear
/// @param kind          what it tells
/// @param connection    the number of the connection; 0 for the endpoint itself
/// @param nanos         when, in nanoseconds since 1970 UTC
/// @param sinceStart    nanoseconds since the first row after the last clear
/// @param sincePrevious nanoseconds since the row before, or [#NO_PREVIOUS]
/// @param offset        where the chunk begins in its direction of the stream, in bytes; 0 for an event
/// @param length        bytes of the chunk, or of the event's text in UTF-8
/// @param call          the number of the system call in the trace; 0 when there is none
/// @param position      where its bytes stand in the transcript's own store
/// @param carry         the begun character that earlier chunks of the stream left open, packed by [Utf8Carry]
/// @param previousChunk the row of the stream's chunk before this one, or [#NO_CHUNK]
/// @param messageLength how long the message really was, which may be more than was taken, or [#NO_MESSAGE]
public record Row(
        long row,
        long number,
        Kind kind,
        int connection,
        long nanos,
        long sinceStart,
        long sincePrevious,
        long offset,
        int length,
        long call,
        long position,
        int carry,
        long previousChunk,
        int messageLength) {
    /// Stands in [#sincePrevious] when there is no row before.
    public static final long NO_PREVIOUS = Long.MIN_VALUE;
    /// Stands in [#previousChunk] when that chunk is not held.
    public static final long NO_CHUNK = -1;
    /// Stands in [#messageLength] of a stream's chunk and of an event.
    public static final int NO_MESSAGE = -1;

    /// Whether it is a whole message, with boundaries of its own.
    public boolean isMessage() {
        return messageLength != NO_MESSAGE;
    }

    /// Whether the receive took less than the message.
    public boolean isTruncated() {
        return messageLength > length;
    }
}
