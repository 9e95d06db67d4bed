package org.socklens.endpoint.pair;

import java.util.List;
import org.socklens.socket.Pairs;
import org.socklens.socket.SocketPair;

/// Looks at who holds which end of a pair. For the loop's thread.
final class PairLook {
    private final Pairs pairs;
    private final int parentPid = (int) ProcessHandle.current().pid();
    private final long parentInode;
    private final long childInode;

    PairLook(Pairs pairs, SocketPair pair) {
        this.pairs = pairs;
        parentInode = pair.first().inode();
        childInode = pair.second().inode();
    }

    PairState.Open state(ChildCondition condition, int childPid, EndState parentEnd, EndState childEnd) {
        return new PairState.Open(
                condition, side(parentPid, parentInode, parentEnd), child(condition, childPid, childEnd));
    }

    /// Once it has ended its pid may be somebody else's.
    private PairState.SideState child(ChildCondition condition, int pid, EndState end) {
        return condition instanceof ChildCondition.Ended
                ? new PairState.SideState(pid, childInode, pairs.queued(childInode), List.of(), end)
                : side(pid, childInode, end);
    }

    private PairState.SideState side(int pid, long inode, EndState end) {
        return new PairState.SideState(
                pid, inode, pairs.queued(inode), pairs.held(pid, List.of(parentInode, childInode)), end);
    }
}
