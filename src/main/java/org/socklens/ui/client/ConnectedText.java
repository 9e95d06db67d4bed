package org.socklens.ui.client;

import org.socklens.endpoint.ClientState;
import org.socklens.socket.Credentials;

/// A connection in a few words: `connected · pid 12 socat`.
final class ConnectedText {
    private ConnectedText() {}

    static String of(ClientState.Connected connected) {
        return directions(connected) + peer(connected.peer());
    }

    private static String directions(ClientState.Connected connected) {
        if (!connected.canSend()) {
            return "half-closed";
        }
        return connected.peerSends() ? "connected" : "peer half-closed";
    }

    /// Datagrams tell of no peer.
    private static String peer(Credentials peer) {
        if (!peer.isKnown()) {
            return "";
        }
        return peer.program().isEmpty() ? " · pid " + peer.pid() : " · pid " + peer.pid() + " " + peer.program();
    }
}
