package org.socklens.endpoint.pair;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socklens.socket.HeldEnd;
import org.socklens.socket.SocketFailure;

/// How a run of a pair is.
public sealed interface PairState {
    /// The pair is being made.
    record Starting() implements PairState {}

    /// The pair exists; the child too, or it has ended meanwhile.
    record Open(ChildCondition child, SideState parentSide, SideState childSide) implements PairState {
        /// How a side is.
        public SideState of(Side side) {
            return switch (side) {
                case PARENT -> parentSide;
                case CHILD -> childSide;
            };
        }

        /// How many copies of a side's end there are in both processes.
        public long copies(Side ofEnd) {
            long inode = of(ofEnd).inode();
            return parentSide.copies(inode) + childSide.copies(inode);
        }
    }

    /// Everything is closed, and the child is gone.
    ///
    /// @param failure why it never opened or had to end, or null when it was asked to stop
    record Closed(@Nullable SocketFailure failure) implements PairState {}

    /// One side: its process, what it holds of the pair, and how its end is.
    ///
    /// @param pid    of its process
    /// @param inode  of the end that it is meant to use
    /// @param queued bytes that wait to be received at that end; -1 when nobody holds it any more
    /// @param held   the descriptors of its process that are ends of this pair, read from `/proc`
    record SideState(int pid, long inode, long queued, List<HeldEnd> held, EndState end) {
        /// Copies the list.
        public SideState {
            held = List.copyOf(held);
        }

        /// How many copies of the end with this inode its process holds.
        public long copies(long ofInode) {
            return held.stream().filter(end -> end.inode() == ofInode).count();
        }
    }
}
