package org.socklens.ui.file;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;

/// The path walk as a row of cards, with the details of the chosen one below.
final class StepCards {
    private final FlowPane cards;
    private final Label details;
    private final ToggleGroup chosen = new ToggleGroup();
    private List<StepRow> shown = List.of();

    StepCards(FlowPane cards, Label details) {
        this.cards = cards;
        this.details = details;
        details.managedProperty().bind(details.visibleProperty());
        details.visibleProperty().bind(details.textProperty().isNotEmpty());
        chosen.selectedToggleProperty().subscribe(card -> details.setText(card instanceof StepCard step
                ? step.row().details()
                : ""));
    }

    /// Shows other rows; the chosen card stays chosen by its path.
    void show(List<StepRow> rows) {
        if (rows.equals(shown)) {
            return;
        }
        shown = rows;
        String kept = chosen.getSelectedToggle() instanceof StepCard step ? step.row().step().path().text() : "";
        chosen.getToggles().clear();
        List<Node> nodes = new ArrayList<>();
        for (StepRow row : rows) {
            if (!nodes.isEmpty()) {
                nodes.add(new Label("›"));
            }
            StepCard card = new StepCard(row);
            card.setToggleGroup(chosen);
            card.setSelected(row.step().path().text().equals(kept));
            nodes.add(card);
        }
        if (chosen.getSelectedToggle() == null) {
            details.setText("");
        }
        cards.getChildren().setAll(nodes);
    }
}
