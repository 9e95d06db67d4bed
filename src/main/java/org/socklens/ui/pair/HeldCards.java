package org.socklens.ui.pair;

import org.socklens.endpoint.pair.PairState;
import org.socklens.endpoint.pair.Side;
import org.socklens.socket.HeldEnd;

/// Words for the descriptors that a side holds.
final class HeldCards {
    private HeldCards() {}

    /// Before anything runs.
    static HeldCard none(Side holder, Side end) {
        return new HeldCard(end, "—", role(holder, end), "", false);
    }

    /// What `holder` holds of the end that belongs to `end`.
    static HeldCard of(PairState.Open open, Side holder, Side end) {
        long inode = open.of(end).inode();
        return open.of(holder).held().stream()
                .filter(held -> held.inode() == inode)
                .findFirst()
                .map(held -> new HeldCard(end, "fd " + held.descriptor(), role(holder, end), facts(held), true))
                .orElseGet(() -> new HeldCard(end, "closed", role(holder, end), "socket:[" + inode + "]", false));
    }

    private static String role(Side holder, Side end) {
        if (holder == end) {
            return "its own end";
        }
        return end == Side.PARENT ? "the parent's end" : "the child's end";
    }

    private static String facts(HeldEnd held) {
        return "socket:[" + held.inode() + "]"
                + (held.closeOnExec() ? "\nFD_CLOEXEC" : "")
                + (held.nonBlocking() ? (held.closeOnExec() ? " " : "\n") + "O_NONBLOCK" : "");
    }
}
