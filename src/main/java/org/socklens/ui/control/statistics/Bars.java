package org.socklens.ui.control.statistics;

import java.util.function.IntFunction;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/// A small picture of numbers side by side, the largest as high as the picture. One shape, however many numbers.
final class Bars extends Region {
    private static final double GAP = 1;
    private static final double LEAST_HEIGHT = 1;

    private final Path path = new Path();
    private double[] heights = {};

    /// @param words what it means
    Bars(String id, String words) {
        setId(id);
        setAccessibleText(words);
        Tooltip.install(this, new Tooltip(words));
        setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("bars");
        path.getStyleClass().add("bars-shape");
        path.setManaged(false);
        getChildren().add(path);
    }

    /// Shows other numbers, each from 0 to 1.
    void show(int count, IntFunction<Double> height) {
        heights = new double[count];
        for (int i = 0; i < count; i++) {
            heights[i] = height.apply(i);
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        path.getElements().clear();
        double step = getWidth() / Math.max(1, heights.length);
        for (int i = 0; i < heights.length; i++) {
            if (heights[i] > 0) {
                bar(i * step, Math.max(1, step - GAP), Math.max(LEAST_HEIGHT, heights[i] * getHeight()));
            }
        }
    }

    private void bar(double x, double width, double height) {
        double bottom = getHeight();
        path.getElements()
                .addAll(
                        new MoveTo(x, bottom),
                        new LineTo(x, bottom - height),
                        new LineTo(x + width, bottom - height),
                        new LineTo(x + width, bottom),
                        new ClosePath());
    }
}
