package org.socklens.ui.pair;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.socklens.endpoint.pair.ChildProgram;
import org.socklens.endpoint.pair.PairPlan;
import org.socklens.endpoint.pair.PairRun;
import org.socklens.endpoint.pair.PairState;
import org.socklens.endpoint.pair.Side;
import org.socklens.socket.SocketDoor;
import org.socklens.socket.SocketFailure;
import org.socklens.traffic.Transcript;
import org.socklens.ui.control.Tone;

/// State and actions of the socket pair. FX thread only; needs no toolkit.
public final class PairModel implements AutoCloseable {
    private final SocketDoor door;
    private final ChildProgram program;
    private final PairForm form = new PairForm();
    private final PairSideModel parent;
    private final PairSideModel child;
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper(this, "state", "not running");
    private final ReadOnlyObjectWrapper<Tone> tone = new ReadOnlyObjectWrapper<>(this, "tone", Tone.MUTED);
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper(this, "error", "");
    private final ReadOnlyStringWrapper lesson = new ReadOnlyStringWrapper(this, "lesson", Lesson.BEFORE);
    private @Nullable PairRun run;
    private @Nullable PairPlan runningPlan;
    private @Nullable PairState seen;
    private boolean startsAgain;

    /// A pair that was not made yet.
    ///
    /// @param program what the child process runs
    public PairModel(SocketDoor door, ChildProgram program, Transcript parent, Transcript child) {
        this.door = door;
        this.program = program;
        this.parent = new PairSideModel(Side.PARENT, parent, form.typeProperty());
        this.child = new PairSideModel(Side.CHILD, child, form.typeProperty());
        this.parent.showNothing();
        this.child.showNothing();
    }

    /// What is chosen before the pair is made.
    public PairForm form() {
        return form;
    }

    /// The left side.
    public PairSideModel parent() {
        return parent;
    }

    /// The right side.
    public PairSideModel child() {
        return child;
    }

    /// In a few words: `not running`, `two processes` …
    public ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// How the state is coloured.
    public ReadOnlyObjectProperty<Tone> toneProperty() {
        return tone.getReadOnlyProperty();
    }

    /// Whether there is a pair.
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// What went wrong and what to do, or empty.
    public ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    /// What is to be learned from how the pair is now.
    public ReadOnlyStringProperty lessonProperty() {
        return lesson.getReadOnlyProperty();
    }

    /// Makes the pair, starts the child and plays ping and pong. A pair that runs already is stopped first.
    public void run() {
        Optional<String> problem = form.problem();
        error.set(problem.orElse(""));
        if (problem.isPresent()) {
            return;
        }
        PairRun current = run;
        if (current == null) {
            begin();
        } else {
            startsAgain = true;
            current.stop();
        }
    }

    private void begin() {
        startsAgain = false;
        PairPlan plan = form.plan(closing());
        PairRun begun = new PairRun(door, plan, program, parent.transcript(), child.transcript());
        run = begun;
        runningPlan = plan;
        seen = null;
        running.set(true);
        state.set("starting");
        tone.set(Tone.MUTED);
        parent.begin(begun);
        child.begin(begun);
        begun.start();
    }

    private Set<Side> closing() {
        Set<Side> closing = EnumSet.noneOf(Side.class);
        if (parent.closeUnusedProperty().get()) {
            closing.add(Side.PARENT);
        }
        if (child.closeUnusedProperty().get()) {
            closing.add(Side.CHILD);
        }
        return closing;
    }

    /// Closes the pair and kills the child.
    public void stop() {
        startsAgain = false;
        if (run != null) {
            run.stop();
        }
    }

    /// Takes in how the pair is now; once a pulse.
    public void refresh() {
        PairRun current = run;
        PairPlan plan = runningPlan;
        if (current == null || plan == null) {
            return;
        }
        PairState now = current.state();
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        switch (now) {
            case PairState.Starting _ -> lesson.set(Lesson.BEFORE);
            case PairState.Open open -> show(open, plan);
            case PairState.Closed(SocketFailure failure) -> closed(failure);
        }
    }

    private void show(PairState.Open open, PairPlan plan) {
        parent.show(open, plan.settings().closeOnExec());
        child.show(open, plan.settings().closeOnExec());
        state.set(plan.settings().type() + " · " + (child.aliveProperty().get() ? "two processes" : child.stateProperty().get()));
        tone.set(child.aliveProperty().get() ? Tone.SUCCESS : child.toneProperty().get());
        lesson.set(Lesson.of(open, plan.settings().type()));
    }

    private void closed(@Nullable SocketFailure failure) {
        run = null;
        running.set(false);
        parent.showNothing();
        child.showNothing();
        lesson.set(Lesson.BEFORE);
        state.set(failure == null ? "not running" : "refused");
        tone.set(failure == null ? Tone.MUTED : Tone.DANGER);
        if (failure != null) {
            error.set(PairFailureText.of(failure, form.protocolProperty().get()));
        }
        if (startsAgain) {
            begin();
        }
    }

    /// Closes the pair, and waits until the child is gone.
    @Override
    public void close() {
        if (run != null) {
            run.close();
        }
        parent.transcript().close();
        child.transcript().close();
    }
}
