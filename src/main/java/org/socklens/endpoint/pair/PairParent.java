package org.socklens.endpoint.pair;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socklens.endpoint.EventLoop;
import org.socklens.endpoint.EventLoop.End;
import org.socklens.posix.Signal;
import org.socklens.socket.ChildProcess;
import org.socklens.socket.Connection;
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
    private volatile PairState state = new PairState.Starting();
    private @Nullable Poller poller;
    private @Nullable PairLook look;
    private @Nullable PairEnd end;
    private @Nullable ControlChannel channel;
    private @Nullable ChildProcess child;
    private ChildCondition condition = new ChildCondition.Starting();
    private EndState childEnd = EndState.FRESH;
    private EndState parentEnd = EndState.FRESH;

    PairParent(PairPlan plan, ChildProgram program, Transcript parent, Transcript child) {
        this.plan = plan;
        this.program = program;
        parentTold = new SideTranscript(parent, plan.settings().type());
        childTold = new SideTranscript(child, plan.settings().type());
    }

    PairState state() {
        return state;
    }

    /// What was opened is closed by [#close], also when a later step is refused.
    @Override
    public void open(Poller running) throws SocketFailure {
        poller = running;
        SocketPair pair = running.pairs().open(plan.settings());
        PairEnd own = new PairEnd(plan.settings(), pair.first(), pair.second(), new ToTranscript(running));
        end = own;
        look = new PairLook(running.pairs(), pair);
        tell(parentTold, Kind.CONNECTED, "fd " + pair.first().descriptor() + " to fd " + pair.second().descriptor()
                + " by socketpair; the first is this side's end");
        SocketPair control = running.pairs().open(CONTROL);
        ControlChannel toChild = new ControlChannel(control.first(), this::hear, () -> {}, () -> {});
        channel = toChild;
        child = spawn(running, pair, control);
        toChild.open();
        begin(own, toChild);
        look();
    }

    private ChildProcess spawn(Poller running, SocketPair pair, SocketPair control) throws SocketFailure {
        try (Connection forChild = control.second()) {
            ChildProcess started = running.pairs().spawn(
                    program.with(arguments(pair, control)),
                    List.of(pair.second(), forChild),
                    List.of(pair.first()),
                    this::childEnded);
            tell(childTold, Kind.CONNECTED, inherited(pair) + "; inherited by pid " + started.pid());
            return started;
        }
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
    private void begin(PairEnd own, ControlChannel toChild) throws SocketFailure {
        if (plan.closing().contains(Side.PARENT)) {
            own.execute(new Order.CloseUnused());
        }
        if (plan.closing().contains(Side.CHILD)) {
            toChild.send(OrderBytes.of(new Order.CloseUnused()));
        }
        toChild.send(OrderBytes.of(plan.reply()));
        toChild.send(OrderBytes.of(new Order.Begin()));
        own.execute(new Order.Begin());
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
            case Report.State(EndState now) -> {
                childEnd = now;
                look();
            }
        }
    }

    void order(Side side, Order order) {
        PairEnd own = end;
        ControlChannel toChild = channel;
        if (own == null || toChild == null) {
            return;
        }
        switch (side) {
            case PARENT -> {
                try {
                    own.execute(order);
                } catch (SocketFailure refused) {
                    tell(parentTold, Kind.ERROR, String.valueOf(refused.getMessage()));
                }
            }
            case CHILD -> toChild.send(OrderBytes.of(order));
        }
        look();
    }

    void signal(Signal signal) {
        ChildProcess running = child;
        if (running == null || running.end().isPresent()) {
            return;
        }
        running.signal(signal);
        tell(childTold, Kind.SIGNAL, switch (signal) {
            case SIGSTOP -> "SIGSTOP: it halts; what is sent to it stays in the queue";
            case SIGCONT -> "SIGCONT: it goes on";
            case SIGKILL -> "SIGKILL: it ends, and the kernel closes its descriptors";
        });
        look();
    }

    private void childEnded() {
        ChildProcess gone = child;
        ControlChannel toChild = channel;
        if (gone == null || toChild == null) {
            return;
        }
        toChild.drain();
        ChildCondition.Ended ended = new ChildCondition.Ended(gone.end().orElseThrow());
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
        ChildProcess running = child;
        PairLook at = look;
        if (running == null || at == null) {
            return;
        }
        if (condition instanceof ChildCondition.Running && running.isStopped()) {
            condition = new ChildCondition.Halted();
        } else if (condition instanceof ChildCondition.Halted && !running.isStopped()) {
            condition = new ChildCondition.Running();
        }
        state = at.state(condition, running.pid(), parentEnd, childEnd);
    }

    private void tell(SideTranscript to, Kind kind, String text) {
        Poller running = poller;
        if (running != null) {
            to.event(kind, running.lastNanos(), running.lastCall(), text);
        }
    }

    @Override
    public void close(End why) {
        if (child != null) {
            endChild(child);
        }
        if (channel != null) {
            channel.close();
        }
        if (end != null) {
            end.close();
            tell(parentTold, Kind.STOPPED, "both ends are closed");
        }
        SocketFailure failure = why instanceof End.Refused(SocketFailure refused) ? refused : null;
        if (failure != null) {
            parentTold.event(Kind.ERROR, nanos(), failure.callNumber(), String.valueOf(failure.getMessage()));
        }
        state = new PairState.Closed(failure);
    }

    private void endChild(ChildProcess running) {
        boolean ranOn = running.end().isEmpty();
        running.close();
        if (ranOn) {
            if (channel != null) {
                channel.drain();
            }
            tell(childTold, Kind.STOPPED, "killed with the pair, and waited for");
        }
    }

    private long nanos() {
        return poller == null ? 0 : poller.lastNanos();
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
