package org.socklens.ui.pair;

import java.net.URL;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The page of the socket pair: what is chosen above, parent left, child right. FX thread only.
public final class PairPage extends VBox {
    /// Lays the three panels out.
    public PairPage(Node pair, Node parent, Node child) {
        URL sheet = Objects.requireNonNull(PairPage.class.getResource("pair.css"), "pair.css");
        getStylesheets().add(sheet.toExternalForm());
        getStyleClass().addAll("workbench", "pair-page");
        SplitPane sides = new SplitPane(parent, child);
        setVgrow(sides, Priority.ALWAYS);
        getChildren().addAll(pair, sides);
    }
}
