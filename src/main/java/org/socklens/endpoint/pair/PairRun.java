package org.socklens.endpoint.pair;

import org.socklens.endpoint.EventLoop;
import org.socklens.posix.Signal;
import org.socklens.socket.SocketDoor;
import org.socklens.traffic.Transcript;

/// A socket pair and a child process that inherits one end: the lesson of two processes, played once.
///
/// The parent's end is the first of the pair, the child's the second; each process begins with a copy of both, unless
/// close-on-exec takes the first from the child. Methods are for any thread and do not wait, but for [#close].
public final class PairRun implements AutoCloseable {
    private final EventLoop loop;
    private final PairParent parent;

    /// A run that tells what both sides move to their transcripts.
    ///
    /// @param program what the child process runs
    public PairRun(SocketDoor door, PairPlan plan, ChildProgram program, Transcript parent, Transcript child) {
        this.parent = new PairParent(plan, program, parent, child);
        loop = new EventLoop(door, "pair", this.parent);
    }

    /// Makes the pair, starts the child, sends the first message; [#state] tells how it goes.
    public void start() {
        loop.start();
    }

    /// How it is now.
    public PairState state() {
        return parent.state();
    }

    /// Asks a side to do something. Nothing happens when its process has ended; a halted child does it when continued.
    public void order(Side side, Order order) {
        loop.execute(() -> parent.order(side, order));
    }

    /// Sends the child a signal.
    public void signal(Signal signal) {
        loop.execute(() -> parent.signal(signal));
    }

    /// Closes the pair and kills the child, in the background.
    public void stop() {
        loop.stop();
    }

    /// Stops and waits until everything is closed and the child is gone. Twice is fine; only after [#start].
    @Override
    public void close() {
        stop();
        try {
            loop.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
