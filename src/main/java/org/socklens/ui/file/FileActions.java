package org.socklens.ui.file;

import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.socklens.ui.control.Tone;

/// Runs one action at a time in the background and keeps what became of the latest. FX thread only.
final class FileActions {
    private final Executor background;
    private final Executor fx;
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private final ReadOnlyObjectWrapper<Tone> tone = new ReadOnlyObjectWrapper<>(this, "tone", Tone.MUTED);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");

    FileActions(Executor background, Executor fx) {
        this.background = background;
        this.fx = fx;
    }

    ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Tone> toneProperty() {
        return tone.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// Runs `action`, shows what became of it and then runs `afterwards`; nothing while another one runs.
    void run(Supplier<Outcome> action, Runnable afterwards) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        message.set("");
        background.execute(() -> {
            Outcome outcome = action.get();
            fx.execute(() -> {
                busy.set(false);
                tone.set(
                        switch (outcome) {
                            case Outcome.Done _ -> Tone.SUCCESS;
                            case Outcome.Refused _ -> Tone.DANGER;
                        });
                message.set(outcome.sentence());
                afterwards.run();
            });
        });
    }

    /// Forgets what became of the latest action.
    void forget() {
        message.set("");
    }
}
