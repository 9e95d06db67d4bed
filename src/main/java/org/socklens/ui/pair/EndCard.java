package org.socklens.ui.pair;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.socklens.endpoint.pair.Side;

/// One descriptor of a process as a card. The same end has the same colour in both processes. FX thread only.
public final class EndCard extends VBox {
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final PseudoClass PARENTS = PseudoClass.getPseudoClass("parents");

    private final Label title = new Label();
    private final Label role = new Label();
    private final Label facts = new Label();

    /// Shows nothing until it is bound.
    public EndCard() {
        getStyleClass().add("end-card");
        title.getStyleClass().add("end-title");
        role.getStyleClass().add("end-role");
        facts.getStyleClass().add("end-facts");
        facts.managedProperty().bind(facts.textProperty().isNotEmpty());
        getChildren().addAll(title, role, facts);
    }

    /// Keeps the card in step with what it tells of.
    void bind(ObservableValue<HeldCard> shown) {
        shown.subscribe(card -> {
            title.setText(card.title());
            role.setText(card.role());
            facts.setText(card.facts());
            pseudoClassStateChanged(OPEN, card.open());
            pseudoClassStateChanged(PARENTS, card.end() == Side.PARENT);
            setAccessibleText(card.title() + ", " + card.role() + " " + card.facts());
        });
    }
}
