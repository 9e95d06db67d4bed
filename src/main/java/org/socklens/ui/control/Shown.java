package org.socklens.ui.control;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;

/// Controls that are there only while they mean something, and take no room otherwise.
public final class Shown {
    private Shown() {}

    /// Shows `node` only while `condition` holds.
    public static void when(ObservableBooleanValue condition, Node node) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }
}
