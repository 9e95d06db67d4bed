package org.socklens.ui.control.address;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.socklens.ui.control.PathChooser;
import org.socklens.ui.control.PathField;
import org.socklens.ui.control.Shown;

/// The controls with which a panel takes an address: a name, a field, a switch for abstract names and a hint.
///
/// @param name stands before the field
/// @param isAbstract stands after it; says only '@' where there is little room
/// @param hint stands below them, and takes no room while it is empty
public record AddressControls(Label name, PathField field, ToggleButton isAbstract, Label hint) {
    private static final double ROOM_FOR_WORD_EM = 22;
    private static final String EXPLANATION =
            "An abstract name: bytes without a file, in this network namespace only. Escapes such as \\xff and \\0"
                    + " are taken; an '@' is not typed.";

    /// Binds them to a form.
    ///
    /// @param chooser lets a path be chosen while the address can be changed
    /// @param fixed whether the address cannot be changed now
    public void bind(AddressForm form, PathChooser chooser, ObservableBooleanValue fixed) {
        field.textProperty().bindBidirectional(form.textProperty());
        field.editableProperty().bind(Bindings.not(fixed));
        field.holdsPathProperty().bind(form.abstractProperty().not());
        form.abstractProperty().subscribe(() -> field.setMeasure(form::bytes));
        fixed.subscribe(isFixed -> field.setChooser(isFixed ? null : chooser));
        isAbstract.selectedProperty().bindBidirectional(form.abstractProperty());
        isAbstract.disableProperty().bind(fixed);
        isAbstract.setTooltip(new Tooltip(EXPLANATION));
        isAbstract.setAccessibleText("Abstract name");
        field.widthProperty().subscribe(this::fitWord);
        name.textProperty().bind(Bindings.when(form.abstractProperty()).then("Name").otherwise("Path"));
        hint.textProperty().bind(form.hintProperty());
        Shown.when(form.hintProperty().isNotEmpty(), hint);
    }

    private void fitWord() {
        double ems = (field.getWidth() + isAbstract.getWidth()) / field.getFont().getSize();
        isAbstract.setText(ems > 0 && ems < ROOM_FOR_WORD_EM ? "@" : "Abstract");
    }
}
