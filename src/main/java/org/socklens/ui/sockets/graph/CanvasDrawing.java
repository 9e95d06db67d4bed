package org.socklens.ui.sockets.graph;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.socklens.system.picture.Ink;
import org.socklens.system.picture.Picture;
import org.socklens.system.picture.Shape;
import org.socklens.system.picture.SvgDrawing;

/// Draws a picture on a canvas.
final class CanvasDrawing {
    /// Smaller words cannot be read: they are left out.
    private static final double SMALLEST_FONT = 5;

    /// The size at which landmarks are named all the same, in pixels.
    private static final double LANDMARK_FONT = 10;

    private final GraphicsContext canvas;
    private final Palette palette;

    CanvasDrawing(GraphicsContext canvas, Palette palette) {
        this.canvas = canvas;
        this.palette = palette;
    }

    /// Draws on a fresh ground.
    ///
    /// @param scale pixels a unit of the picture
    /// @param shiftX where the picture's left border comes to stand, in pixels
    /// @param shiftY where its upper border comes to stand, in pixels
    void draw(Picture picture, double scale, double shiftX, double shiftY) {
        canvas.save();
        canvas.setFill(palette.colour(Ink.GROUND));
        canvas.fillRect(0, 0, canvas.getCanvas().getWidth(), canvas.getCanvas().getHeight());
        canvas.translate(shiftX, shiftY);
        canvas.scale(scale, scale);
        for (Shape shape : picture.shapes()) {
            switch (shape) {
                case Shape.Box box -> draw(box);
                case Shape.Curve curve -> draw(curve);
                case Shape.Dot dot -> draw(dot);
                case Shape.Words _ -> {}
            }
        }
        for (Shape shape : picture.shapes()) {
            if (shape instanceof Shape.Words words) {
                draw(words, scale);
            }
        }
        canvas.restore();
    }

    private void draw(Shape.Box box) {
        double arc = 2 * box.radius();
        canvas.setFill(palette.colour(Ink.GROUND));
        canvas.fillRoundRect(box.x(), box.y(), box.width(), box.height(), arc, arc);
        canvas.setFill(palette.colour(box.fill()));
        canvas.fillRoundRect(box.x(), box.y(), box.width(), box.height(), arc, arc);
        if (box.line() > 0) {
            canvas.setStroke(palette.colour(box.border()));
            canvas.setLineWidth(box.line());
            canvas.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), arc, arc);
        }
    }

    private void draw(Shape.Curve curve) {
        canvas.setStroke(palette.colour(curve.ink()));
        canvas.setLineWidth(curve.line());
        canvas.beginPath();
        canvas.moveTo(curve.startX(), curve.startY());
        canvas.bezierCurveTo(
                curve.bend1X(), curve.bend1Y(), curve.bend2X(), curve.bend2Y(), curve.endX(), curve.endY());
        canvas.stroke();
        if (curve.stroke() == Shape.Stroke.ARROW) {
            double[] arrow = SvgDrawing.arrow(curve);
            canvas.setFill(palette.colour(curve.ink()));
            canvas.fillPolygon(
                    new double[] {arrow[0], arrow[2], arrow[4]}, new double[] {arrow[1], arrow[3], arrow[5]}, 3);
        }
    }

    private void draw(Shape.Dot dot) {
        canvas.setFill(palette.colour(dot.ink()));
        canvas.fillOval(dot.x() - dot.radius(), dot.y() - dot.radius(), 2 * dot.radius(), 2 * dot.radius());
    }

    private void draw(Shape.Words words, double scale) {
        boolean tooSmall = words.size() * scale < SMALLEST_FONT;
        if (!tooSmall) {
            write(words, words.size(), words.ground());
        } else if (words.weight() == Shape.Weight.LANDMARK) {
            write(words, LANDMARK_FONT / scale, Ink.GROUND);
        }
    }

    private void write(Shape.Words words, double size, @Nullable Ink ground) {
        FontWeight weight = words.weight() == Shape.Weight.REGULAR ? FontWeight.NORMAL : FontWeight.BOLD;
        canvas.setFont(Font.font("monospace", weight, size));
        canvas.setTextBaseline(VPos.BASELINE);
        canvas.setTextAlign(
                switch (words.anchor()) {
                    case START -> TextAlignment.LEFT;
                    case MIDDLE -> TextAlignment.CENTER;
                    case END -> TextAlignment.RIGHT;
                });
        if (ground != null) {
            canvas.setStroke(palette.colour(ground));
            canvas.setLineWidth(size / 3);
            canvas.strokeText(words.text(), words.x(), words.y());
        }
        canvas.setFill(palette.colour(words.ink()));
        canvas.fillText(words.text(), words.x(), words.y());
    }
}
