package org.socklens.ui.app;

import java.util.Comparator;
import java.util.List;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// How large everything is drawn, in percent and in steps. FX thread only.
public final class Zoom {
    static final List<Integer> STEPS = List.of(75, 90, 100, 110, 125, 150, 175, 200);

    private static final int USUAL_STEP = STEPS.indexOf(100);
    private static final double BASE_FONT_PIXELS = 13;

    private final ReadOnlyIntegerWrapper step = new ReadOnlyIntegerWrapper(USUAL_STEP);
    private final ReadOnlyIntegerWrapper percent = new ReadOnlyIntegerWrapper();

    Zoom() {
        percent.bind(step.map(at -> STEPS.get(at.intValue())));
    }

    /// 100 is the usual size.
    public ReadOnlyIntegerProperty percentProperty() {
        return percent.getReadOnlyProperty();
    }

    /// The size of the root font in pixels: all else is told in `em` of it.
    double fontPixels() {
        return BASE_FONT_PIXELS * factor();
    }

    /// 1 is the usual size.
    double factor() {
        return percent.get() / 100.0;
    }

    /// Whether there is a larger step.
    BooleanExpression canGrow() {
        return step.lessThan(STEPS.size() - 1);
    }

    /// Whether there is a smaller step.
    BooleanExpression canShrink() {
        return step.greaterThan(0);
    }

    /// The step that is nearest to `wanted` percent.
    void set(int wanted) {
        int nearest = STEPS.stream().min(Comparator.comparingInt(one -> Math.abs(one - wanted))).orElseThrow();
        step.set(STEPS.indexOf(nearest));
    }

    /// One step larger, if there is one.
    public void in() {
        step.set(Math.min(step.get() + 1, STEPS.size() - 1));
    }

    /// One step smaller, if there is one.
    public void out() {
        step.set(Math.max(step.get() - 1, 0));
    }

    /// The usual size again.
    public void reset() {
        step.set(USUAL_STEP);
    }
}
