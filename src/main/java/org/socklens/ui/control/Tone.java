package org.socklens.ui.control;

import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;

/// How a chip is coloured; its words say the same.
public enum Tone {
    /// As any other.
    MUTED,
    /// All is well.
    SUCCESS,
    /// Something is wrong.
    DANGER;

    /// Keeps the look of a chip in step with a tone.
    public static void bind(Label chip, ObservableValue<Tone> tone) {
        tone.subscribe(now -> {
            chip.getStyleClass().removeAll("success", "danger", "muted");
            chip.getStyleClass().add(now.name().toLowerCase(Locale.ROOT));
        });
    }
}
