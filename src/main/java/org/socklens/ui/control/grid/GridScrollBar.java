package org.socklens.ui.control.grid;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;

/// The scroll bar of a grid: its value is the position of the first row in view, its range the number of rows.
final class GridScrollBar {
    /// The part of the bar that its thumb takes at least: a billion rows must be within a hand's grip.
    private static final double SMALLEST_THUMB = 0.08;

    private final ScrollBar bar = new ScrollBar();
    private final Viewport viewport;
    private final Runnable scrolled;
    /// Whether the value is being told by the viewport, so that it is not told back.
    private boolean telling;

    GridScrollBar(Viewport viewport, Runnable scrolled) {
        this.viewport = viewport;
        this.scrolled = scrolled;
        bar.setOrientation(Orientation.VERTICAL);
        bar.setManaged(false);
        bar.setFocusTraversable(false);
        bar.valueProperty().addListener((property, before, value) -> drag(value.doubleValue()));
    }

    ScrollBar node() {
        return bar;
    }

    boolean isNeeded() {
        return viewport.lastTop() > 0;
    }

    /// Takes over where the viewport stands.
    void tell() {
        telling = true;
        double last = viewport.lastTop();
        double shown = viewport.count() == 0 ? 1 : viewport.page() * 1.0 / viewport.count();
        bar.setVisible(isNeeded());
        bar.setMax(Math.max(1, last));
        bar.setVisibleAmount(bar.getMax() * Math.clamp(shown, SMALLEST_THUMB, 1));
        bar.setUnitIncrement(1);
        bar.setBlockIncrement(viewport.page());
        bar.setValue((double) viewport.top());
        telling = false;
    }

    private void drag(double value) {
        if (!telling) {
            viewport.scrollTo(Math.round(value));
            scrolled.run();
        }
    }
}
