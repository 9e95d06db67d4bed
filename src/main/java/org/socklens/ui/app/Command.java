package org.socklens.ui.app;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Something a person can do by key.
///
/// @param id      its stable name, words joined by dashes
/// @param title   what it does, as the list of keys says it
/// @param keys    each of them does it; the first is the one that is told
/// @param enabled false while it cannot be done
/// @param action  does it, on the FX thread
public record Command(
        String id, String title, List<KeyCombination> keys, ObservableBooleanValue enabled, Runnable action) {
    /// A command without a key would be found by nobody.
    public Command {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("a command has at least one key: " + id);
        }
    }

    /// A command that can always be done.
    public static Command of(String id, String title, Runnable action, KeyCombination... keys) {
        return new Command(id, title, List.of(keys), Bindings.createBooleanBinding(() -> true), action);
    }

    /// The same command, which can be done only while `condition` holds.
    public Command when(ObservableBooleanValue condition) {
        return new Command(id, title, keys, condition, action);
    }

    /// Does it, unless it cannot be done now.
    public void run() {
        if (enabled.get()) {
            action.run();
        }
    }

    boolean isCalledBy(KeyEvent event) {
        return keys.stream().anyMatch(key -> key.match(event));
    }
}
