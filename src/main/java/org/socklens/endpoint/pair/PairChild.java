package org.socklens.endpoint.pair;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;
import org.socklens.endpoint.EventLoop;
import org.socklens.endpoint.EventLoop.End;
import org.socklens.socket.Connection;
import org.socklens.socket.Pairs;
import org.socklens.socket.Poller;
import org.socklens.socket.SocketDoor;
import org.socklens.socket.SocketFailure;
import org.socklens.socket.SocketType;
import org.socklens.traffic.Kind;

/// The child process: uses the end that it inherited as it is told to, and reports every chunk. It ends when the parent
/// does.
public final class PairChild implements EventLoop.Body {
    private final ChildArguments arguments;
    private final EventLoop loop;
    private @Nullable ControlChannel control;
    private @Nullable PairEnd end;
    private @Nullable SocketFailure failure;

    private PairChild(SocketDoor door, ChildArguments arguments) {
        this.arguments = arguments;
        loop = new EventLoop(door, "child", this);
    }

    /// Runs until the parent is gone.
    ///
    /// @throws SocketFailure when what the arguments name was not inherited
    public static void run(SocketDoor door, ChildArguments arguments) throws SocketFailure, InterruptedException {
        PairChild child = new PairChild(door, arguments);
        child.loop.start();
        child.loop.join();
        if (child.failure != null) {
            throw child.failure;
        }
    }

    @Override
    public void open(Poller poller) throws SocketFailure {
        Pairs pairs = poller.pairs();
        pairs.endWithParent();
        Connection channel = pairs.inherited(arguments.control(), SocketType.SEQPACKET);
        ControlChannel opened = new ControlChannel(channel, this::obey, this::adjust, loop::stop);
        control = opened;
        Connection own = pairs.inherited(arguments.end(), arguments.type());
        Integer copy = arguments.copy();
        Connection unused = copy == null ? null : pairs.inherited(copy, arguments.type());
        end = new PairEnd(arguments.settings(), own, unused, new ToParent(opened, poller));
        opened.open();
    }

    private void obey(byte[] message) {
        Order order = OrderBytes.read(message);
        PairEnd using = end;
        ControlChannel channel = control;
        if (using == null || channel == null) {
            return;
        }
        try {
            using.execute(order);
            if (order instanceof Order.Begin) {
                channel.send(ReportBytes.of(new Report.Ready()));
            }
        } catch (SocketFailure refused) {
            failure = refused;
            loop.stop();
        }
    }

    private void adjust() {
        if (end != null) {
            end.adjust();
        }
    }

    @Override
    public int afterRound() {
        return -1;
    }

    @Override
    public void close(End why) {
        if (why instanceof End.Refused(SocketFailure refused)) {
            failure = refused;
        }
        if (end != null) {
            end.close();
        }
        if (control != null) {
            control.close();
        }
    }

    /// Tells everything over the control channel.
    private static final class ToParent implements EndReport {
        private final ControlChannel channel;
        private final Poller poller;
        private EndState told = EndState.FRESH;

        ToParent(ControlChannel channel, Poller poller) {
            this.channel = channel;
            this.poller = poller;
        }

        @Override
        public void chunk(Kind kind, MemorySegment bytes, int length, int messageLength) {
            Report.Bytes content = new Report.Bytes(bytes.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE));
            tell(new Report.Moved(kind, poller.lastNanos(), messageLength, content));
        }

        @Override
        public void event(Kind kind, String text) {
            tell(new Report.Happened(kind, poller.lastNanos(), text));
        }

        @Override
        public void state(EndState state) {
            if (!state.equals(told)) {
                told = state;
                tell(new Report.State(state));
            }
        }

        @Override
        public boolean hasRoom() {
            return channel.hasRoom();
        }

        private void tell(Report report) {
            channel.send(ReportBytes.of(report));
        }
    }
}
