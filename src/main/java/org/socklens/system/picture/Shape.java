package org.socklens.system.picture;

import org.jspecify.annotations.Nullable;

/// A part of a picture. Lengths are in units of which a usual character of the text is about [#CHARACTER] wide.
public sealed interface Shape {
    /// The width of a character of size 12.
    double CHARACTER = 7.2;

    /// A box with round corners.
    ///
    /// @param target the number of the socket that a click on it leads to; 0 for none
    record Box(double x, double y, double width, double height, double radius, Ink fill, Ink border, double line, long target)
            implements Shape {
        /// Whether a point lies in it.
        public boolean contains(double pointX, double pointY) {
            return pointX >= x && pointX <= x + width && pointY >= y && pointY <= y + height;
        }
    }

    /// A curve from one point to another, bent by two more (cubic Bézier).
    ///
    /// @param target the number of the socket that a click on it leads to
    record Curve(
            double startX,
            double startY,
            double bend1X,
            double bend1Y,
            double bend2X,
            double bend2Y,
            double endX,
            double endY,
            Ink ink,
            double line,
            Stroke stroke,
            long target)
            implements Shape {
        /// A point of it.
        ///
        /// @param t from 0 at its start to 1 at its end
        public double x(double t) {
            return at(t, startX, bend1X, bend2X, endX);
        }

        /// A point of it.
        ///
        /// @param t from 0 at its start to 1 at its end
        public double y(double t) {
            return at(t, startY, bend1Y, bend2Y, endY);
        }

        private static double at(double t, double a, double b, double c, double d) {
            double s = 1 - t;
            return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
        }
    }

    /// How a curve is drawn.
    enum Stroke {
        /// Without an arrow.
        PLAIN,
        /// With an arrow at its end.
        ARROW
    }

    /// A filled circle.
    record Dot(double x, double y, double radius, Ink ink) implements Shape {}

    /// A line of text.
    ///
    /// @param x of its left end, its middle or its right end
    /// @param y of its base line
    /// @param size of the font
    record Words(double x, double y, String text, double size, Weight weight, Anchor anchor, Ink ink, @Nullable Ink ground)
            implements Shape {}

    /// How heavy words are.
    enum Weight {
        /// As usual.
        REGULAR,
        /// Bold.
        BOLD,
        /// Bold, and still written where a picture is so small that other words are left out.
        LANDMARK
    }

    /// Which part of words stands at their place.
    enum Anchor {
        /// Their left end.
        START,
        /// Their middle.
        MIDDLE,
        /// Their right end.
        END
    }
}
