package org.socklens.ui.control.descriptor;

import javafx.beans.binding.Bindings;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import org.socklens.ui.control.ControlStyles;
import org.socklens.ui.control.Shown;

/// Tells how many descriptors an endpoint holds, and opens their table. Not there while there are none.
public final class DescriptorsButton extends MenuButton {
    /// A button that shows nothing yet, for FXML.
    public DescriptorsButton() {
        ControlStyles.dress(this);
        getStyleClass().add("descriptors-button");
        setMinWidth(USE_PREF_SIZE);
        setTooltip(new Tooltip("Descriptors that were passed and are held here: number, kind, what they refer to"));
        setAccessibleText("Passed descriptors that are held");
        setVisible(false);
        setManaged(false);
    }

    /// Shows a model from now on. Once a button.
    public void show(DescriptorsModel model) {
        CustomMenuItem item = new CustomMenuItem(new DescriptorTable(model), false);
        item.getStyleClass().add("folded-item");
        getItems().setAll(item);
        textProperty().bind(Bindings.size(model.held()).asString("%d fd"));
        Shown.when(Bindings.isNotEmpty(model.held()), this);
    }
}
