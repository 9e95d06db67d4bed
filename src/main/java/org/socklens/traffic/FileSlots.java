package org.socklens.traffic;

import java.util.ArrayDeque;

/// Which page-sized places of the spill file are free. Guarded by [PageStore].
final class FileSlots {
    private final ArrayDeque<Integer> returned = new ArrayDeque<>();
    private final int wanted;
    private int limit;
    private int next;

    FileSlots(int limit) {
        wanted = limit;
        this.limit = limit;
    }

    /// Whether the file can hold anything.
    boolean usable() {
        return limit > 0;
    }

    /// Whether no place was ever written since the file was last empty.
    boolean untouched() {
        return next == 0;
    }

    /// A free place, or [Page#NO_SLOT].
    int take() {
        if (!returned.isEmpty()) {
            return returned.pop();
        }
        return next < limit ? next++ : Page.NO_SLOT;
    }

    void giveBack(int slot) {
        returned.push(slot);
    }

    /// A place could not be written. A full disk takes no new places, yet those written before can be used again; when
    /// even one of those fails the file is given up.
    void failed(int slot) {
        boolean wasNew = slot == next - 1;
        limit = wasNew ? slot : 0;
        next = Math.min(next, limit);
        returned.removeIf(place -> place >= limit);
    }

    /// The file is empty again, and perhaps the disk is no longer full.
    void reset() {
        limit = wanted;
        returned.clear();
        next = 0;
    }
}
