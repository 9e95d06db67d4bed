package org.socklens.ui.client;

import java.util.Optional;
import org.socklens.endpoint.ClientState;
import org.socklens.socket.Credentials;
import org.socklens.system.peer.ConnectionFacts;

/// A connection in a few words: `connected · pid 12 socat`.
final class ConnectedText {
    private ConnectedText() {}

    /// @param facts the latest look at the connection, if there was one
    static String of(ClientState.Connected connected, Optional<ConnectionFacts> facts) {
        return directions(connected, facts) + peer(connected.peer());
    }

    private static String directions(ClientState.Connected connected, Optional<ConnectionFacts> facts) {
        if (!connected.canSend()) {
            return "half-closed";
        }
        if (!connected.peerSends()) {
            return "peer half-closed";
        }
        // Datagrams have no peer that could accept.
        boolean queued = connected.peer().isKnown() && facts.filter(now -> !now.hasPeer()).isPresent();
        return queued ? "connected, not accepted yet" : "connected";
    }

    /// Datagrams tell of no peer.
    private static String peer(Credentials peer) {
        if (!peer.isKnown()) {
            return "";
        }
        return peer.program().isEmpty() ? " · pid " + peer.pid() : " · pid " + peer.pid() + " " + peer.program();
    }
}
