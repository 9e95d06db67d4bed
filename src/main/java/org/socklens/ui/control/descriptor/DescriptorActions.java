package org.socklens.ui.control.descriptor;

import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.socklens.endpoint.HeldDescriptor;

/// What can be done with one descriptor of the table.
final class DescriptorActions extends TableCell<HeldDescriptor, HeldDescriptor> {
    private final Button read = new Button("Read");
    private final Button close = new Button("Close");
    private final HBox buttons = new HBox(read, close);

    DescriptorActions(DescriptorsModel model) {
        read.setMinWidth(USE_PREF_SIZE);
        close.setMinWidth(USE_PREF_SIZE);
        buttons.getStyleClass().add("descriptor-actions");
        read.setTooltip(new Tooltip("Read up to 4,096 bytes without waiting; the transcript shows them"));
        read.setOnAction(_ -> model.read(getItem().descriptor().number()));
        close.setTooltip(new Tooltip("Close it now; otherwise it is closed with its connection"));
        close.setOnAction(_ -> model.close(getItem().descriptor().number()));
    }

    @Override
    protected void updateItem(@Nullable HeldDescriptor held, boolean empty) {
        super.updateItem(held, empty);
        setGraphic(held == null || empty ? null : buttons);
    }
}
