package org.socklens.ui.control;

import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Label;

/// What sockets lack on this system, and the controls that can do nothing there.
///
/// @param sentence says what, or is empty when nothing is lacking
public record Lacking(String sentence) {
    /// Says it in a panel; takes no room when nothing is lacking.
    public void tell(Label label) {
        label.setText(sentence);
        Shown.when(new SimpleBooleanProperty(!sentence.isEmpty()), label);
    }

    /// Disables `node` where something is lacking, and elsewhere while `otherwise` holds.
    public void disable(Node node, ObservableBooleanValue otherwise) {
        node.disableProperty().bind(Bindings.createBooleanBinding(
                () -> !sentence.isEmpty() || otherwise.get(), otherwise));
    }
}
