package org.socklens.system;

/// How far a socket is.
public enum SocketState {
    /// Takes connections.
    LISTENING("listening", "it takes connections"),
    /// One end of a connection, or a datagram socket with a fixed peer.
    CONNECTED("connected", "both directions are open"),
    /// Connected, but the other side has not called accept yet.
    QUEUED("queued", "connected, but not accepted yet: what is sent waits in the listener's queue"),
    /// One direction was shut down.
    HALF_CLOSED("half-closed", "one direction was shut down, the other is open"),
    /// Both directions were shut down, both descriptors are still open.
    SHUT_DOWN("shut down", "both directions were shut down, both ends are still held"),
    /// The other end is closed.
    PEER_CLOSED("peer closed", "the other end is closed: a read meets the end of stream"),
    /// Neither: a datagram socket without a fixed peer, or one that is not connected yet.
    UNCONNECTED("unconnected", "it has no fixed peer");

    private final String word;
    private final String meaning;

    SocketState(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    /// In a word or two.
    public String word() {
        return word;
    }

    /// What it means, as the second half of a sentence.
    public String meaning() {
        return meaning;
    }
}
