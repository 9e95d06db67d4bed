package org.socklens.ui.control.grid;

import javafx.scene.text.Text;

/// Sizes that follow the font, taken from a text that is styled as a cell but never seen.
final class GridMetrics {
    private static final int SAMPLE = 10;
    private static final double GAP = 0.85;

    private final Text probe = new Text("0".repeat(SAMPLE));

    private final double lineHeight;

    /// `lineHeight` is the height of a row in sizes of its font.
    GridMetrics(double lineHeight, Runnable changed) {
        this.lineHeight = lineHeight;
        probe.getStyleClass().add("grid-text");
        probe.setManaged(false);
        probe.setVisible(false);
        probe.layoutBoundsProperty().subscribe(changed);
    }

    /// To be a child of the grid, so that it gets the grid's font.
    Text probe() {
        return probe;
    }

    double characterWidth() {
        return probe.getLayoutBounds().getWidth() / SAMPLE;
    }

    double rowHeight() {
        return Math.ceil(probe.getFont().getSize() * lineHeight);
    }

    /// The space left and right of what a cell says.
    double gap() {
        return Math.round(characterWidth() * GAP);
    }
}
