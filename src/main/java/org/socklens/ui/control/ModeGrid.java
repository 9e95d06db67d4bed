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

/// The twelve mode bits of a socket file, as toggles by the name `bit-OWNER_READ` and so on; `bit-SET_UID`,
/// `bit-SET_GID` and `bit-STICKY` stand beside the nine. What else is in the mode stays as it is.
public final class ModeGrid extends GridPane {
    private static final List<String> CLASSES = List.of("owner", "group", "others");
    private static final List<String> BITS = List.of("r", "w", "x");
    private static final int OWNER_READ = 0400;

    /// The bits that go with no class of users.
    private enum Special {
        SET_UID(04000, "s", "set-user-ID", "Set-user-ID: means nothing for a socket file."),
        SET_GID(02000, "s", "set-group-ID", "Set-group-ID: names made in such a directory get its group."),
        STICKY(01000, "t", "sticky", "Sticky: in such a directory only owners remove names.");

        private final int bit;
        private final String letter;
        private final String words;
        private final String meaning;

        Special(int bit, String letter, String words, String meaning) {
            this.bit = bit;
            this.letter = letter;
            this.words = words;
            this.meaning = meaning;
        }
    }

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
        Label special = new Label("s/t");
        special.getStyleClass().add("mode-title");
        setHalignment(special, HPos.CENTER);
        add(special, BITS.size() + 1, 0);
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
            String who = CLASSES.get(row);
            String letter = BITS.get(column);
            add(toggle(permission.name(), bit, letter, who + " " + letter, meaning(who, letter)), column + 1, row + 1);
            bit >>= 1;
            index++;
        }
        addSpecial(1, Special.SET_UID);
        addSpecial(2, Special.SET_GID);
        addSpecial(3, Special.STICKY);
    }

    /// The mode; its lowest twelve bits are shown and changed.
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

    private void addSpecial(int row, Special special) {
        add(toggle(special.name(), special.bit, special.letter, special.words, special.meaning), BITS.size() + 1, row);
    }

    private BitToggle toggle(String name, int bit, String letter, String words, String meaning) {
        BitToggle toggle = new BitToggle(letter, editable);
        toggle.setId("bit-" + name);
        toggle.setTooltip(new Tooltip(meaning));
        mode.subscribe(value -> {
            boolean on = (value.intValue() & bit) != 0;
            toggle.setSelected(on);
            toggle.setAccessibleText("%s %s. %s".formatted(words, on ? "on" : "off", meaning));
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
