package org.socklens.ui.pair;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.socklens.endpoint.pair.ChildCondition;
import org.socklens.endpoint.pair.PairState;
import org.socklens.endpoint.pair.Side;
import org.socklens.socket.SocketType;

/// What is to be learned from how a pair is right now, in one or two sentences.
final class Lesson {
    /// Before anything runs.
    static final String BEFORE = "socketpair makes two connected sockets without a name; a child inherits its end of them.";

    private Lesson() {}

    static String of(PairState.Open open, SocketType type) {
        List<String> sentences = new ArrayList<>();
        for (Side side : Side.values()) {
            if (hasLeft(open, side)) {
                sentences.add(ending(open, side, type));
            }
        }
        if (open.child() instanceof ChildCondition.Halted) {
            sentences.add(halted(open));
        }
        return sentences.isEmpty() ? copies(open) : String.join(" ", sentences);
    }

    private static boolean hasLeft(PairState.Open open, Side side) {
        return !open.of(side).end().open();
    }

    /// The side has closed its end, or its process has ended.
    private static String ending(PairState.Open open, Side side, SocketType type) {
        String who = name(side);
        String peer = name(side.other());
        List<Side> holders = List.of(Side.values()).stream()
                .filter(holder -> open.of(holder).copies(open.of(side).inode()) > 0)
                .toList();
        String left = side == Side.CHILD && open.child() instanceof ChildCondition.Ended
                ? "The child has ended"
                : "The " + who + " has closed its end";
        if (!open.of(side.other()).end().open() || isGone(open, side.other())) {
            return left + ".";
        }
        if (type == SocketType.DGRAM) {
            return left + ". Datagrams know no end of stream: " + (holders.isEmpty()
                    ? "the " + peer + " learns of it only when it sends (ECONNREFUSED)."
                    : "the " + peer + " learns of it only when it sends, and not before the last copy is closed.");
        }
        return holders.isEmpty()
                ? left + ", and that was the last copy: end of stream has come to the " + peer + "."
                : left + ", yet no end of stream comes to the " + peer + ": the " + name(holders.getFirst())
                        + (holders.contains(side.other()) ? " itself" : "") + " still holds a copy ("
                        + descriptor(open, holders.getFirst(), side) + "). It comes when the last copy closes.";
    }

    private static boolean isGone(PairState.Open open, Side side) {
        return side == Side.CHILD && open.child() instanceof ChildCondition.Ended;
    }

    private static String descriptor(PairState.Open open, Side holder, Side end) {
        return HeldCards.of(open, holder, end).title();
    }

    private static String halted(PairState.Open open) {
        long queued = open.childSide().queued();
        long waiting = open.parentSide().end().waiting();
        return "The child is halted: what the parent sends stays in the queue ("
                + bytes(Math.max(0, queued)) + (waiting > 0 ? "; it is full, and " + bytes(waiting) + " wait" : "") + ").";
    }

    private static String copies(PairState.Open open) {
        boolean parentHasCopy = open.parentSide().copies(open.childSide().inode()) > 0;
        boolean childHasCopy = open.childSide().copies(open.parentSide().inode()) > 0;
        if (parentHasCopy && childHasCopy) {
            return "Each process holds a copy of both ends, as after every fork. An end is closed only when its last copy is.";
        }
        if (parentHasCopy || childHasCopy) {
            Side holder = parentHasCopy ? Side.PARENT : Side.CHILD;
            return "The " + name(holder) + " still holds a copy of the " + name(holder.other())
                    + "'s end: as long as it does, no end of stream can come to it.";
        }
        return "Each process holds only the end that it uses: when one closes it, end of stream comes to the other at once.";
    }

    private static String name(Side side) {
        return side.name().toLowerCase(Locale.ROOT);
    }

    static String bytes(long count) {
        return String.format(Locale.ROOT, "%,d bytes", count);
    }
}
