package org.socklens.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;

/// The nine mode bits as a grid: owner, group and others by read, write and execute.
public final class ModeGrid extends GridPane {
    private static final List<String> CLASSES = List.of("OWNER", "GROUP", "OTHERS");
    private static final List<String> RIGHTS = List.of("READ", "WRITE", "EXECUTE");
    private static final String LETTERS = "rwx";

    private final IntegerProperty mode = new SimpleIntegerProperty(this, "mode");
    private final List<ToggleButton> bits = new ArrayList<>();

    /// All bits off.
    public ModeGrid() {
        getStyleClass().add("mode-grid");
        for (int right = 0; right < RIGHTS.size(); right++) {
            Label letter = new Label(LETTERS.substring(right, right + 1));
            letter.getStyleClass().add("hint");
            letter.setMaxWidth(Double.MAX_VALUE);
            letter.setAlignment(Pos.CENTER);
            add(letter, right + 1, 0);
        }
        for (int who = 0; who < CLASSES.size(); who++) {
            add(new Label(CLASSES.get(who).toLowerCase(Locale.ROOT)), 0, who + 1);
            for (int right = 0; right < RIGHTS.size(); right++) {
                add(bit(who, right), right + 1, who + 1);
            }
        }
        Tooltip.install(this, new Tooltip("On a socket file only write (w) matters: connecting needs it."));
        mode.subscribe(_ -> show());
    }

    /// The mode bits that are shown: 0 to 0777.
    public IntegerProperty modeProperty() {
        return mode;
    }

    private ToggleButton bit(int who, int right) {
        ToggleButton bit = new ToggleButton("–");
        bit.setId("bit-" + CLASSES.get(who) + "_" + RIGHTS.get(right));
        bit.getStyleClass().add("mode-bit");
        bit.setMouseTransparent(true);
        bit.setFocusTraversable(false);
        String what = CLASSES.get(who).toLowerCase(Locale.ROOT) + " " + RIGHTS.get(right).toLowerCase(Locale.ROOT);
        bit.setAccessibleText(what);
        bits.add(bit);
        return bit;
    }

    private void show() {
        for (int i = 0; i < bits.size(); i++) {
            boolean on = (mode.get() & (0400 >> i)) != 0;
            bits.get(i).setSelected(on);
            bits.get(i).setText(on ? LETTERS.substring(i % 3, i % 3 + 1) : "–");
        }
    }
}
