package org.socklens.endpoint.pair;

/// How a side's end of the pair is.
///
/// @param open whether this side still holds the end that it uses
/// @param canSend false after a half-close of this side
/// @param receives false after the end of stream
/// @param waiting bytes that wait to be sent because the queue is full
public record EndState(boolean open, boolean canSend, boolean receives, long waiting) {
    /// Not begun yet.
    public static final EndState FRESH = new EndState(true, true, true, 0);
}
