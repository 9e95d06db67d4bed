package org.socklens.ui.client.habit;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.socklens.ui.control.NumberText;

/// Counts down to the next connect after one that was refused or that ended unasked. FX thread only; it is looked at
/// once a pulse and needs no thread.
public final class Reconnection {
    private static final NumberText SECONDS = new NumberText("The wait before connecting again", 1, 3600);
    private static final long NANOS_A_SECOND = 1_000_000_000L;

    private final BooleanProperty wanted = new SimpleBooleanProperty(this, "wanted");
    private final StringProperty seconds = new SimpleStringProperty(this, "seconds", "3");
    private final ReadOnlyStringWrapper countdown = new ReadOnlyStringWrapper(this, "countdown", "");
    private boolean counting;
    private long due;

    Reconnection() {
        wanted.subscribe(now -> {
            if (!now) {
                cancel();
            }
        });
    }

    /// Whether the client connects again by itself.
    public BooleanProperty wantedProperty() {
        return wanted;
    }

    /// How long it waits before, in seconds, as typed.
    public StringProperty secondsProperty() {
        return seconds;
    }

    /// `connects again in 3 s`, or empty.
    public ReadOnlyStringProperty countdownProperty() {
        return countdown.getReadOnlyProperty();
    }

    /// What keeps the choice from being taken up, or empty.
    Optional<String> problem() {
        return wanted.get() ? SECONDS.problem(seconds.get()) : Optional.empty();
    }

    /// The connection ended, or was refused, though nobody asked for it: the countdown begins where it is wanted.
    public void begin() {
        if (wanted.get() && problem().isEmpty()) {
            counting = true;
            due = System.nanoTime() + SECONDS.value(seconds.get()) * NANOS_A_SECOND;
            tell();
        }
    }

    /// Does not connect this time.
    public void cancel() {
        counting = false;
        countdown.set("");
    }

    /// Takes the time in; whether it is time to connect, which is said once.
    public boolean isDue() {
        if (!counting) {
            return false;
        }
        if (System.nanoTime() - due >= 0) {
            cancel();
            return true;
        }
        tell();
        return false;
    }

    private void tell() {
        long left = Math.max(1, (due - System.nanoTime() + NANOS_A_SECOND - 1) / NANOS_A_SECOND);
        countdown.set("connects again in " + left + " s");
    }
}
