package org.socklens.ui.control;

import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;

/// The nine mode bits of a socket file, as toggles by the name `bit-OWNER_READ` and so on. The other bits of the mode
/// (set-id, sticky, type) stay as they are.
public final class ModeGrid extends GridPane {
    private static final List<String> CLASSES = List.of("owner", "group", "others");
    private static final List<String> BITS = List.of("r", "w", "x");
    private static final int OWNER_READ = 0400;

    private final IntegerProperty mode = new SimpleIntegerProperty(this, "mode");
    private final BooleanProperty editable = new SimpleBooleanProperty(this, "editable");

    /// Mode 0, read-only.
    public ModeGrid() {
        getStyleClass().add("mode-grid");
        ControlStyles.dress(this);
        for (int column = 0; column < BITS.size(); column++) {
            Label title = new Label(BITS.get(column));
            title.getStyleClass().add("mode-title");
            setHalignment(title, HPos.CENTER);
            add(title, column + 1, 0);
        }
        int bit = OWNER_READ;
        int index = 0;
        for (PosixFilePermission permission : PosixFilePermission.values()) {
            int row = index / BITS.size();
            int column = index % BITS.size();
            if (column == 0) {
                Label title = new Label(CLASSES.get(row));
                title.getStyleClass().add("mode-class");
                setValignment(title, VPos.CENTER);
                add(title, 0, row + 1);
            }
            add(toggle(permission, bit, CLASSES.get(row), BITS.get(column)), column + 1, row + 1);
            bit >>= 1;
            index++;
        }
    }

    /// The mode; only the lowest nine bits are shown and changed.
    public IntegerProperty modeProperty() {
        return mode;
    }

    /// Whether a person can change bits: false at first.
    public BooleanProperty editableProperty() {
        return editable;
    }

    /// Whether a person can change bits.
    public boolean isEditable() {
        return editable.get();
    }

    /// Lets a person change bits, or not.
    public void setEditable(boolean value) {
        editable.set(value);
    }

    private BitToggle toggle(PosixFilePermission permission, int bit, String who, String letter) {
        BitToggle toggle = new BitToggle(letter, editable);
        toggle.setId("bit-" + permission.name());
        String meaning = meaning(who, letter);
        toggle.setTooltip(new Tooltip(meaning));
        mode.subscribe(value -> {
            boolean on = (value.intValue() & bit) != 0;
            toggle.setSelected(on);
            toggle.setAccessibleText("%s %s %s. %s".formatted(who, letter, on ? "on" : "off", meaning));
        });
        toggle.selectedProperty().subscribe(on -> mode.set(on ? mode.get() | bit : mode.get() & ~bit));
        return toggle;
    }

    /// Of a socket file only write means something (`man 7 unix`).
    private static String meaning(String who, String letter) {
        String whom = who.equals("owner") ? "The owner" : who.equals("group") ? "The group" : "Everyone else";
        return switch (letter) {
            case "w" -> whom + " may connect.";
            case "r" -> whom + " may read: means nothing for a socket file.";
            default -> whom + " may execute: means nothing for a socket file.";
        };
    }
}
