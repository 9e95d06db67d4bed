package org.socklens.endpoint.pair;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socklens.endpoint.EventLoop;
import org.socklens.endpoint.EventLoop.End;
import org.socklens.posix.Signal;
import org.socklens.posix.WaitStatus;
import org.socklens.socket.ChildProcess;
import org.socklens.socket.PairSettings;
import org.socklens.socket.Poller;
import org.socklens.socket.SocketFailure;
import org.socklens.socket.SocketPair;
import org.socklens.socket.SocketType;
import org.socklens.traffic.Kind;
import org.socklens.traffic.Transcript;

/// The parent process's part of a run: the pair, its own end, the child and the channel to it. All but [#state] is for
/// the loop's thread.
final class PairParent implements EventLoop.Body {
    private static final int LOOK_MILLIS = 200;
    private static final PairSettings CONTROL = new PairSettings(SocketType.SEQPACKET, 0, true, true);

    private final PairPlan plan;
    private final ChildProgram program;
    private final SideTranscript parentTold;
    private final SideTranscript childTold;
    private final Runnable stop;
    private volatile PairState state = new PairState.Starting();
    private @Nullable Opened opened;
    private @Nullable Poller poller;

    /// Everything that is open during a run.
    private record Opened(
            Poller poller, PairLook look, PairEnd end, ControlChannel channel, ChildProcess child) {}

    private ChildCondition condition = new ChildCondition.Starting();
    private EndState childEnd = EndState.FRESH;
    private EndState parentEnd = EndState.FRESH;

    PairParent(PairPlan plan, ChildProgram program, Transcript parent, Transcript child, Runnable stop) {
        this.plan = plan;
        this.program = program;
        this.stop = stop;
        parentTold = new SideTranscript(parent, plan.settings().type());
        childTold = new SideTranscript(child, plan.settings().type());
    }

    PairState state() {
        return state;
    }

    @Override
    public void open(Poller running) throws SocketFailure {
        poller = running;
        SocketPair pair = running.pairs().open(plan.settings());
        tell(parentTold, Kind.CONNECTED, "fd " + pair.first().descriptor() + " to fd " + pair.second().descriptor()
                + " by socketpair; the first is this side's end");
        PairLook look = new PairLook(running.pairs(), pair);
        SocketPair control;
        try {
            control = running.pairs().open(CONTROL);
        } catch (SocketFailure refused) {
            pair.close();
            throw refused;
        }
        ChildProcess child;
        try {
            child = running.pairs().spawn(
                    program.with(arguments(pair, control)),
                    List.of(pair.second(), control.second()),
                    List.of(pair.first()),
                    this::childEnded);
        } catch (SocketFailure refused) {
            pair.close();
            control.close();
            throw refused;
        }
        control.second().close();
        ControlChannel channel = new ControlChannel(control.first(), this::hear, () -> {}, () -> {});
        PairEnd end = new PairEnd(plan.settings(), pair.first(), pair.second(), new ToTranscript(running));
        opened = new Opened(running, look, end, channel, child);
        tell(childTold, Kind.CONNECTED, inherited(pair) + "; inherited by pid " + child.pid());
        channel.open();
        begin(end, channel);
        look();
    }

    private ChildArguments arguments(SocketPair pair, SocketPair control) {
        Integer copy = plan.settings().closeOnExec() ? null : pair.first().descriptor();
        return new ChildArguments(
                plan.settings().type(),
                plan.settings().nonBlocking(),
                pair.second().descriptor(),
                copy,
                control.second().descriptor());
    }

    private String inherited(SocketPair pair) {
        String own = "fd " + pair.second().descriptor() + ", its end";
        return plan.settings().closeOnExec()
                ? own + " alone (close-on-exec)"
                : own + ", and fd " + pair.first().descriptor() + ", a copy of the parent's";
    }

    /// The child begins only after all this, so that it misses nothing.
    private void begin(PairEnd end, ControlChannel channel) throws SocketFailure {
        if (plan.closing().contains(Side.PARENT)) {
            end.execute(new Order.CloseUnused());
        }
        if (plan.closing().contains(Side.CHILD)) {
            channel.send(OrderBytes.of(new Order.CloseUnused()));
        }
        channel.send(OrderBytes.of(plan.reply()));
        channel.send(OrderBytes.of(new Order.Begin()));
        end.execute(new Order.Begin());
    }

    private void hear(byte[] message) {
        switch (ReportBytes.read(message)) {
            case Report.Ready _ -> {
                condition = new ChildCondition.Running();
                order(Side.PARENT, plan.first());
            }
            case Report.Moved(var kind, long nanos, int messageLength, var bytes) ->
                childTold.chunk(
                        kind, nanos, 0, MemorySegment.ofArray(bytes.array()), bytes.array().length, messageLength);
            case Report.Happened(var kind, long nanos, String text) -> childTold.event(kind, nanos, 0, text);
            case Report.State(EndState end) -> {
                childEnd = end;
                look();
            }
        }
    }

    void order(Side side, Order order) {
        Opened all = opened;
        if (all == null) {
            return;
        }
        switch (side) {
            case PARENT -> {
                try {
                    all.end().execute(order);
                } catch (SocketFailure refused) {
                    tell(parentTold, Kind.ERROR, String.valueOf(refused.getMessage()));
                }
            }
            case CHILD -> all.channel().send(OrderBytes.of(order));
        }
        look();
    }

    void signal(Signal signal) {
        Opened all = opened;
        if (all == null || all.child().end().isPresent()) {
            return;
        }
        all.child().signal(signal);
        tell(childTold, Kind.SIGNAL, switch (signal) {
            case SIGSTOP -> "SIGSTOP: it halts; what is sent to it stays in the queue";
            case SIGCONT -> "SIGCONT: it goes on";
            case SIGKILL -> "SIGKILL: it ends, and the kernel closes its descriptors";
        });
        look();
    }

    private void childEnded() {
        Opened all = opened;
        if (all == null) {
            return;
        }
        all.channel().drain();
        WaitStatus how = all.child().end().orElseThrow();
        ChildCondition.Ended ended = new ChildCondition.Ended(how);
        condition = ended;
        childEnd = new EndState(false, false, false, 0);
        tell(childTold, Kind.STOPPED, ended.words() + "; waited for, so it is no zombie");
        look();
    }

    @Override
    public int afterRound() {
        look();
        return LOOK_MILLIS;
    }

    /// Looks at who holds what, as the kernel tells it.
    private void look() {
        Opened all = opened;
        if (all == null) {
            return;
        }
        if (condition instanceof ChildCondition.Running && all.child().isStopped()) {
            condition = new ChildCondition.Halted();
        } else if (condition instanceof ChildCondition.Halted && !all.child().isStopped()) {
            condition = new ChildCondition.Running();
        }
        state = all.look().state(condition, all.child().pid(), parentEnd, childEnd);
    }

    private void tell(SideTranscript to, Kind kind, String text) {
        Poller running = poller;
        if (running != null) {
            to.event(kind, running.lastNanos(), running.lastCall(), text);
        }
    }

    @Override
    public void close(End why) {
        SocketFailure failure = why instanceof End.Refused(SocketFailure refused) ? refused : null;
        Opened all = opened;
        if (all != null) {
            boolean ranOn = all.child().end().isEmpty();
            all.child().close();
            if (ranOn) {
                all.channel().drain();
                tell(childTold, Kind.STOPPED, "killed with the pair, and waited for");
            }
            all.channel().close();
            all.end().close();
            tell(parentTold, Kind.STOPPED, "both ends are closed");
        }
        if (failure != null) {
            tell(parentTold, Kind.ERROR, String.valueOf(failure.getMessage()));
        }
        state = new PairState.Closed(failure);
    }

    /// Writes what the parent's end does into its transcript.
    private final class ToTranscript implements EndReport {
        private final Poller running;

        ToTranscript(Poller running) {
            this.running = running;
        }

        @Override
        public void chunk(Kind kind, MemorySegment bytes, int length, int messageLength) {
            parentTold.chunk(kind, running.lastNanos(), running.lastCall(), bytes, length, messageLength);
        }

        @Override
        public void event(Kind kind, String text) {
            parentTold.event(kind, running.lastNanos(), running.lastCall(), text);
        }

        @Override
        public void state(EndState now) {
            parentEnd = now;
        }

        @Override
        public boolean hasRoom() {
            return true;
        }
    }
}
