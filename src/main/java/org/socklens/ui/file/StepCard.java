package org.socklens.ui.file;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/// One component of the path walk as a card: name, mode and owner, and what it says to whoever is asked for. Choosing
/// it shows the rest.
final class StepCard extends ToggleButton {
    private static final PseudoClass FAULT = PseudoClass.getPseudoClass("fault");

    private final StepRow row;

    StepCard(StepRow row) {
        this.row = row;
        getStyleClass().setAll("step");
        pseudoClassStateChanged(FAULT, row.mark() == StepRow.Mark.FAULT);
        VBox lines = new VBox(line(row.step().name().text(), "step-name"), line(row.facts(), "step-facts"));
        String decided = (mark() + row.decided()).strip();
        if (!decided.isEmpty()) {
            lines.getChildren().add(line(decided, "step-decided"));
        }
        setGraphic(lines);
        setTooltip(new Tooltip(row.details()));
        setAccessibleText(mark() + row.details());
    }

    StepRow row() {
        return row;
    }

    private String mark() {
        return switch (row.mark()) {
            case PASSED -> "✓ ";
            case FAULT -> "✗ ";
            case NOT_ASKED -> "";
        };
    }

    private static Label line(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }
}
