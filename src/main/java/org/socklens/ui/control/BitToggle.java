package org.socklens.ui.control;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.ToggleButton;

/// One mode bit: its letter when set, a dash when not. A read-only one looks the same and cannot be pressed.
final class BitToggle extends ToggleButton {
    private static final PseudoClass READ_ONLY = PseudoClass.getPseudoClass("read-only");
    private static final String UNSET = "–";

    private final ReadOnlyBooleanProperty editable;

    BitToggle(String letter, ReadOnlyBooleanProperty editable) {
        this.editable = editable;
        getStyleClass().add("mode-bit");
        selectedProperty().subscribe(on -> setText(on ? letter : UNSET));
        editable.subscribe(on -> {
            setFocusTraversable(on);
            pseudoClassStateChanged(READ_ONLY, !on);
        });
    }

    @Override
    public void fire() {
        if (editable.get()) {
            super.fire();
        }
    }
}
