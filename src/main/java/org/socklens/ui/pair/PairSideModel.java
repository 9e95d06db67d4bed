package org.socklens.ui.pair;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.socklens.endpoint.pair.ChildCondition;
import org.socklens.endpoint.pair.Order;
import org.socklens.endpoint.pair.PairRun;
import org.socklens.endpoint.pair.PairState;
import org.socklens.endpoint.pair.Side;
import org.socklens.posix.Signal;
import org.socklens.socket.SocketType;
import org.socklens.traffic.Transcript;
import org.socklens.ui.control.Tone;

/// State and actions of one side of the pair. FX thread only; needs no toolkit.
public final class PairSideModel {
    private static final String NOT_RUNNING = "Press Run first";

    private final Side side;
    private final Transcript transcript;
    private final StringProperty message = new SimpleStringProperty(this, "message", "");
    private final BooleanProperty closeUnused = new SimpleBooleanProperty(this, "closeUnused");
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper(this, "state", "not running");
    private final ReadOnlyObjectWrapper<Tone> tone = new ReadOnlyObjectWrapper<>(this, "tone", Tone.MUTED);
    private final ReadOnlyStringWrapper pid = new ReadOnlyStringWrapper(this, "pid", "");
    private final ReadOnlyObjectWrapper<HeldCard> own;
    private final ReadOnlyObjectWrapper<HeldCard> copy;
    private final ReadOnlyStringWrapper queued = new ReadOnlyStringWrapper(this, "queued", "");
    private final ReadOnlyBooleanWrapper connected = new ReadOnlyBooleanWrapper(this, "connected");
    private final ReadOnlyStringWrapper waiting = new ReadOnlyStringWrapper(this, "waiting", "");
    private final StringProperty blocked = new SimpleStringProperty(this, "blocked", NOT_RUNNING);
    private final ReadOnlyStringWrapper cannotSend = new ReadOnlyStringWrapper(this, "cannotSend", NOT_RUNNING);
    private final ReadOnlyStringWrapper cannotClose = new ReadOnlyStringWrapper(this, "cannotClose", NOT_RUNNING);
    private final ReadOnlyStringWrapper switchHint = new ReadOnlyStringWrapper(this, "switchHint", "");
    private final ReadOnlyBooleanWrapper switchable = new ReadOnlyBooleanWrapper(this, "switchable", true);
    private final ReadOnlyBooleanWrapper alive = new ReadOnlyBooleanWrapper(this, "alive");
    private final ReadOnlyBooleanWrapper halted = new ReadOnlyBooleanWrapper(this, "halted");
    private @Nullable PairRun run;
    private boolean copyOpen;

    /// @param type of the pair that runs, or will
    PairSideModel(Side side, Transcript transcript, ObservableValue<SocketType> type) {
        this.side = side;
        this.transcript = transcript;
        own = new ReadOnlyObjectWrapper<>(this, "own", HeldCards.none(side, side));
        copy = new ReadOnlyObjectWrapper<>(this, "copy", HeldCards.none(side, side.other()));
        cannotSend.bind(Bindings.createStringBinding(() -> cannotSend(type.getValue()), blocked, message, type));
        closeUnused.subscribe(close -> {
            if (close && copyOpen) {
                order(new Order.CloseUnused());
            }
        });
    }

    private String cannotSend(SocketType type) {
        return blocked.get().isEmpty() && message.get().isEmpty() && type == SocketType.STREAM
                ? "Type a message: a stream carries no empty one"
                : blocked.get();
    }

    /// Which side it is.
    public Side side() {
        return side;
    }

    /// What this side moves.
    public Transcript transcript() {
        return transcript;
    }

    /// The message, as typed.
    public StringProperty messageProperty() {
        return message;
    }

    /// Whether this side closes the end that it does not use: at the start, or now.
    public BooleanProperty closeUnusedProperty() {
        return closeUnused;
    }

    /// Whether that can be changed now.
    public ReadOnlyBooleanProperty switchableProperty() {
        return switchable.getReadOnlyProperty();
    }

    /// What the switch does, or why it cannot be changed now.
    public ReadOnlyStringProperty switchHintProperty() {
        return switchHint.getReadOnlyProperty();
    }

    /// How its process is, in a few words.
    public ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// How the state is coloured.
    public ReadOnlyObjectProperty<Tone> toneProperty() {
        return tone.getReadOnlyProperty();
    }

    /// `pid 4711`, or empty.
    public ReadOnlyStringProperty pidProperty() {
        return pid.getReadOnlyProperty();
    }

    /// The end that this side uses.
    public ReadOnlyObjectProperty<HeldCard> ownProperty() {
        return own.getReadOnlyProperty();
    }

    /// Its copy of the other end.
    public ReadOnlyObjectProperty<HeldCard> copyProperty() {
        return copy.getReadOnlyProperty();
    }

    /// Whether this side holds its end, and somebody the other.
    public ReadOnlyBooleanProperty connectedProperty() {
        return connected.getReadOnlyProperty();
    }

    /// How much waits at its end to be received.
    public ReadOnlyStringProperty queuedProperty() {
        return queued.getReadOnlyProperty();
    }

    /// How much waits to be sent because the queue is full; empty when nothing does.
    public ReadOnlyStringProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /// Why nothing can be sent now; empty when it can.
    public ReadOnlyStringProperty cannotSendProperty() {
        return cannotSend.getReadOnlyProperty();
    }

    /// Why its own end cannot be closed now; empty when it can.
    public ReadOnlyStringProperty cannotCloseProperty() {
        return cannotClose.getReadOnlyProperty();
    }

    /// Whether its process takes signals.
    public ReadOnlyBooleanProperty aliveProperty() {
        return alive.getReadOnlyProperty();
    }

    /// Whether its process was halted.
    public ReadOnlyBooleanProperty haltedProperty() {
        return halted.getReadOnlyProperty();
    }

    /// Sends the message as it was typed, in UTF-8, and empties it.
    public void send() {
        if (cannotSend.get().isEmpty()) {
            order(new Order.Send(message.get().getBytes(StandardCharsets.UTF_8)));
            message.set("");
        }
    }

    /// Sends more than the queue holds.
    public void fill() {
        order(new Order.Fill());
    }

    /// Sends no more: the other side sees end of stream.
    public void halfClose() {
        order(new Order.HalfClose());
    }

    /// Closes the end that this side uses.
    public void closeOwn() {
        order(new Order.CloseOwn());
    }

    /// Halts its process, or lets it go on.
    public void haltOrContinue() {
        signal(halted.get() ? Signal.SIGCONT : Signal.SIGSTOP);
    }

    /// Kills its process.
    public void kill() {
        signal(Signal.SIGKILL);
    }

    private void signal(Signal signal) {
        PairRun current = run;
        if (current != null) {
            current.signal(signal);
        }
    }

    private void order(Order order) {
        PairRun current = run;
        if (current != null) {
            current.order(side, order);
        }
    }

    void begin(PairRun begun) {
        run = begun;
        copyOpen = false;
    }

    void show(PairState.Open open, boolean closeOnExec) {
        PairState.SideState shown = open.of(side);
        pid.set("pid " + shown.pid());
        own.set(HeldCards.of(open, side, side));
        copy.set(HeldCards.of(open, side, side.other()));
        queued.set(shown.queued() < 0 ? "" : String.format(Locale.ROOT, "%,d B%nqueued", shown.queued()));
        waiting.set(shown.end().waiting() == 0 ? "" : Lesson.bytes(shown.end().waiting()) + " wait to be sent");
        connected.set(shown.end().open() && open.copies(side.other()) > 0);
        showProcess(open.child());
        showSending(shown);
        copyOpen = shown.copies(open.of(side.other()).inode()) > 0;
        boolean settled = !(open.child() instanceof ChildCondition.Starting);
        switchable.set(copyOpen && settled);
        switchHint.set(switchHint(closeOnExec));
    }

    private String switchHint(boolean closeOnExec) {
        if (copyOpen) {
            return "Closes this process's copy of the other end now";
        }
        return closeOnExec && side == Side.CHILD
                ? "Close-on-exec has closed it when the program started"
                : "Closed: only a new run brings it back";
    }

    private void showProcess(ChildCondition child) {
        boolean running = side == Side.PARENT || !(child instanceof ChildCondition.Ended);
        alive.set(running && !(child instanceof ChildCondition.Starting));
        halted.set(side == Side.CHILD && child instanceof ChildCondition.Halted);
        if (side == Side.PARENT) {
            state.set("running");
            tone.set(Tone.SUCCESS);
            return;
        }
        state.set(switch (child) {
            case ChildCondition.Starting _ -> "starting";
            case ChildCondition.Running _ -> "running";
            case ChildCondition.Halted _ -> "halted by SIGSTOP";
            case ChildCondition.Ended ended -> ended.words();
        });
        tone.set(switch (child) {
            case ChildCondition.Starting _ -> Tone.MUTED;
            case ChildCondition.Running _ -> Tone.SUCCESS;
            case ChildCondition.Halted _, ChildCondition.Ended _ -> Tone.DANGER;
        });
    }

    private void showSending(PairState.SideState shown) {
        String gone = alive.get() ? "" : "The child does not run";
        String closed = gone.isEmpty() && !shown.end().open() ? "This side has closed its end" : gone;
        cannotClose.set(closed);
        String halfClosed = shown.end().canSend() ? "" : "Half-closed: this side sends no more";
        blocked.set(closed.isEmpty() ? halfClosed : closed);
    }

    void showNothing() {
        run = null;
        copyOpen = false;
        pid.set("");
        own.set(HeldCards.none(side, side));
        copy.set(HeldCards.none(side, side.other()));
        queued.set("");
        waiting.set("");
        connected.set(false);
        state.set("not running");
        tone.set(Tone.MUTED);
        blocked.set(NOT_RUNNING);
        cannotClose.set(NOT_RUNNING);
        alive.set(false);
        halted.set(false);
        switchable.set(true);
        switchHint.set("Closes this process's copy of the other end before anything is sent");
    }
}
