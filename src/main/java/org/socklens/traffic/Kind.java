package org.socklens.traffic;

/// What a row of a transcript tells: a chunk that was moved, or something that happened.
public enum Kind {
    /// A chunk that one receive brought.
    RECEIVED("recv"),
    /// A chunk that one send took.
    SENT("sent"),
    /// The endpoint began to listen.
    LISTENING("listening"),
    /// The endpoint takes datagrams.
    BOUND("bound"),
    /// A connection was accepted.
    ACCEPTED("accepted"),
    /// A sender of messages was seen for the first time, or its credentials changed.
    SENDER("sender"),
    /// Part of a message, or of what came beside it, was lost (MSG_TRUNC, MSG_CTRUNC).
    TRUNCATED("truncated"),
    /// Descriptors were passed (SCM_RIGHTS).
    DESCRIPTORS("descriptors"),
    /// A connection was made.
    CONNECTED("connected"),
    /// This side will send no more.
    HALF_CLOSED("half-closed"),
    /// The peer will send no more.
    END_OF_STREAM("end of stream"),
    /// The peer threw the connection away (ECONNRESET).
    RESET("reset"),
    /// The connection was closed here.
    CLOSED("closed"),
    /// A file is being sent, or was.
    FILE("file"),
    /// The endpoint behaves differently from now on.
    HABIT("habit"),
    /// The endpoint stopped.
    STOPPED("stopped"),
    /// Bytes wait to be sent: the queue is full.
    WAITING("waiting"),
    /// A process was told something by a signal.
    SIGNAL("signal"),
    /// A call failed.
    ERROR("error");

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    /// The word that stands for this kind in what is shown and copied.
    public String word() {
        return word;
    }

    /// Whether rows of this kind carry bytes of a stream.
    public boolean isChunk() {
        return this == RECEIVED || this == SENT;
    }
}
