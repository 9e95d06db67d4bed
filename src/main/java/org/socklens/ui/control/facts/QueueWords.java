package org.socklens.ui.control.facts;

import org.socklens.system.peer.ConnectionFacts;

/// What the numbers of a connection mean, in words.
public final class QueueWords {
    private QueueWords() {}

    /// Bytes that wait in both directions.
    static String of(ConnectionFacts facts) {
        String there = facts.unreadByPeer() < 0 ? "" : ", %,d at the peer".formatted(facts.unreadByPeer());
        return "%,d bytes to read here%s; send buffer %,d of %,d"
                .formatted(facts.unread(), there, facts.sendMemory(), facts.sendBuffer());
    }

    /// The peer's number, or why it has none.
    static String peer(ConnectionFacts facts) {
        return facts.hasPeer() ? Long.toString(facts.peer()) : "none yet or no more";
    }

    /// How much of what was sent lies unread at the peer, in short; empty when nothing does.
    public static String unreadByPeer(ConnectionFacts facts) {
        if (facts.unreadByPeer() > 0) {
            return "%,d bytes lie unread at the peer".formatted(facts.unreadByPeer());
        }
        return facts.unreadByPeer() < 0 && facts.sendMemory() > 0
                ? "sent bytes lie unread in %,d bytes of kernel memory".formatted(facts.sendMemory())
                : "";
    }
}
