package org.socklens.system.picture;

import java.util.List;

/// A drawn graph.
///
/// @param shapes from the lowest to the topmost
/// @param description what it shows, in a sentence, for who cannot see it
public record Picture(double width, double height, List<Shape> shapes, String description) {
    /// Nothing.
    public static final Picture EMPTY = new Picture(0, 0, List.of(), "Nobody talks to anybody.");

    private static final double REACH = 5;
    private static final int STEPS = 24;

    /// Copies the list.
    public Picture {
        shapes = List.copyOf(shapes);
    }

    /// The number of the socket that a click at a point leads to, or 0.
    public long targetAt(double x, double y) {
        for (Shape shape : shapes.reversed()) {
            if (shape instanceof Shape.Box box && box.target() != 0 && box.contains(x, y)) {
                return box.target();
            }
        }
        for (Shape shape : shapes.reversed()) {
            if (shape instanceof Shape.Curve curve && isNear(curve, x, y)) {
                return curve.target();
            }
        }
        return 0;
    }

    private static boolean isNear(Shape.Curve curve, double x, double y) {
        for (int step = 0; step < STEPS; step++) {
            double t = step / (double) STEPS;
            double next = (step + 1.0) / STEPS;
            if (distance(x, y, curve.x(t), curve.y(t), curve.x(next), curve.y(next)) <= REACH) {
                return true;
            }
        }
        return false;
    }

    /// Of a point from a straight piece.
    private static double distance(double x, double y, double x1, double y1, double x2, double y2) {
        double dx = x2 - x1;
        double dy = y2 - y1;
        double length = dx * dx + dy * dy;
        double along = length == 0 ? 0 : Math.clamp(((x - x1) * dx + (y - y1) * dy) / length, 0, 1);
        return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
    }
}
