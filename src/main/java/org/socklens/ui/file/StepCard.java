package org.socklens.ui.file;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.socklens.access.path.FileNode;
import org.socklens.access.path.ModeText;
import org.socklens.access.path.PathStep;

/// One component of the path walk as a card: name, mode and what became of the walk there.
final class StepCard extends VBox {
    StepCard(PathStep step, boolean atFault) {
        getStyleClass().add("step");
        if (atFault) {
            getStyleClass().add("fault");
        }
        Label name = new Label(step.name().text());
        name.getStyleClass().add("step-name");
        Label facts = new Label(facts(step, atFault));
        facts.getStyleClass().add("step-facts");
        getChildren().addAll(name, facts);
        Tooltip.install(this, new Tooltip(step.path().text()));
    }

    private static String facts(PathStep step, boolean atFault) {
        FileNode node = step.node();
        if (node == null) {
            return step.error() == null ? "" : "✗ " + step.error().symbol();
        }
        if (step.isLink() && node.target() != null) {
            return "→ " + node.target().text();
        }
        return ModeText.octal(node.status().mode()) + " " + (atFault ? "✗" : "✓");
    }
}
