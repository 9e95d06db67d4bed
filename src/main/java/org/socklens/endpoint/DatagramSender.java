package org.socklens.endpoint;

import org.socklens.socket.Address;
import org.socklens.socket.Credentials;
import org.socklens.traffic.StreamPosition;

/// One sender of datagrams. For the loop's thread, but for [#info].
final class DatagramSender {
    private final int number;
    private final Address address;
    private final Credentials credentials;
    private final StreamPosition in = StreamPosition.ofMessages();
    private final StreamPosition out = StreamPosition.ofMessages();
    private volatile ClientInfo.State state = ClientInfo.State.SEEN;
    private volatile long received;
    private volatile long sent;
    private boolean told;

    DatagramSender(int number, Address address, Credentials credentials) {
        this.number = number;
        this.address = address;
        this.credentials = credentials;
    }

    int number() {
        return number;
    }

    Address address() {
        return address;
    }

    /// Who it is and whether answers reach it, in words; empty when that was asked before.
    String introduction() {
        if (told) {
            return "";
        }
        told = true;
        String who = credentials.isKnown() ? ", " + credentials.text() : "";
        return address instanceof Address.Unnamed
                ? "unnamed" + who + ": it is not bound, so no answer can reach it"
                : address + who;
    }

    StreamPosition in() {
        return in;
    }

    StreamPosition out() {
        return out;
    }

    /// Takes over what the positions say, for [#info].
    void moved() {
        received = in.offset();
        sent = out.offset();
    }

    /// Whether the latest answer to it was given up.
    boolean isDeaf() {
        return state == ClientInfo.State.DEAF;
    }

    void state(ClientInfo.State now) {
        state = now;
    }

    /// How this sender is now. Any thread.
    ClientInfo info() {
        return new ClientInfo(number, credentials, address, 0, state, received, sent);
    }
}
