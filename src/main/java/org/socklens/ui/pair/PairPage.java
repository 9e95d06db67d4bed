package org.socklens.ui.pair;

import java.net.URL;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The page of the socket pair: what is chosen above, parent left, child right. It scrolls where there is too little
/// room. FX thread only.
public final class PairPage extends ScrollPane {
    /// Lays the three panels out.
    public PairPage(Node pair, Node parent, Node child) {
        URL sheet = Objects.requireNonNull(PairPage.class.getResource("pair.css"), "pair.css");
        getStylesheets().add(sheet.toExternalForm());
        getStyleClass().add("edge-to-edge");
        SplitPane sides = new SplitPane(parent, child);
        VBox.setVgrow(sides, Priority.ALWAYS);
        VBox page = new VBox(pair, sides);
        page.getStyleClass().addAll("workbench", "pair-page");
        setContent(page);
        setFitToWidth(true);
        setFitToHeight(true);
    }
}
