package org.socklens.system.picture;

import java.util.Locale;
import java.util.Map;

/// A picture as SVG 1.1, in UTF-8: lines, boxes and words that can be searched and scaled.
public final class SvgDrawing {
    private static final double ARROW_LENGTH = 8;
    private static final double ARROW_HALF = 3.5;

    private final Map<Ink, String> colours;
    private final StringBuilder svg = new StringBuilder();

    private SvgDrawing(Map<Ink, String> colours) {
        this.colours = colours;
    }

    /// The file's text.
    ///
    /// @param colours for each ink, as `#rrggbb`
    public static String of(Picture picture, Map<Ink, String> colours) {
        return new SvgDrawing(colours).draw(picture);
    }

    private String draw(Picture picture) {
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" viewBox=\"0 0 %.0f %.0f\" font-family=\"monospace\">%n",
                picture.width(),
                picture.height(),
                picture.width(),
                picture.height()));
        svg.append(String.format(Locale.ROOT, "<title>Socklens: who talks to whom</title>%n<desc>%s</desc>%n", escaped(picture.description())));
        svg.append(String.format(Locale.ROOT, "<rect width=\"100%%\" height=\"100%%\" fill=\"%s\"/>%n", colour(Ink.GROUND)));
        picture.shapes().forEach(this::draw);
        return svg.append("</svg>\n").toString();
    }

    private void draw(Shape shape) {
        switch (shape) {
            case Shape.Box box -> draw(box);
            case Shape.Curve curve -> draw(curve);
            case Shape.Dot dot ->
                svg.append(String.format(Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\"/>%n", dot.x(), dot.y(), dot.radius(), colour(dot.ink())));
            case Shape.Words words -> draw(words);
        }
    }

    private void draw(Shape.Box box) {
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"%.1f\" fill=\"%s\" stroke=\"%s\" stroke-width=\"%.1f\"/>%n",
                box.x(),
                box.y(),
                box.width(),
                box.height(),
                box.radius(),
                colour(box.fill()),
                colour(box.border()),
                box.line()));
    }

    private void draw(Shape.Curve curve) {
        svg.append(String.format(
                Locale.ROOT,
                "<path d=\"M %.1f %.1f C %.1f %.1f %.1f %.1f %.1f %.1f\" fill=\"none\" stroke=\"%s\" stroke-width=\"%.1f\"/>%n",
                curve.startX(),
                curve.startY(),
                curve.bend1X(),
                curve.bend1Y(),
                curve.bend2X(),
                curve.bend2Y(),
                curve.endX(),
                curve.endY(),
                colour(curve.ink()),
                curve.line()));
        if (curve.stroke() == Shape.Stroke.ARROW) {
            double[] tip = arrow(curve);
            svg.append(String.format(
                Locale.ROOT,
                "<path d=\"M %.1f %.1f L %.1f %.1f L %.1f %.1f Z\" fill=\"%s\"/>%n",
                    tip[0], tip[1], tip[2], tip[3], tip[4], tip[5], colour(curve.ink())));
        }
    }

    /// The three corners of the arrow at a curve's end: x and y of each.
    public static double[] arrow(Shape.Curve curve) {
        double dx = curve.endX() - curve.x(0.94);
        double dy = curve.endY() - curve.y(0.94);
        double length = Math.max(1e-6, Math.hypot(dx, dy));
        double alongX = dx / length;
        double alongY = dy / length;
        double baseX = curve.endX() - alongX * ARROW_LENGTH;
        double baseY = curve.endY() - alongY * ARROW_LENGTH;
        return new double[] {
            curve.endX(),
            curve.endY(),
            baseX - alongY * ARROW_HALF,
            baseY + alongX * ARROW_HALF,
            baseX + alongY * ARROW_HALF,
            baseY - alongX * ARROW_HALF
        };
    }

    private void draw(Shape.Words words) {
        String anchor =
                switch (words.anchor()) {
                    case START -> "start";
                    case MIDDLE -> "middle";
                    case END -> "end";
                };
        String ground = words.ground() == null
                ? ""
                : " stroke=\"%s\" stroke-width=\"4\" paint-order=\"stroke\" stroke-linejoin=\"round\"".formatted(colour(words.ground()));
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%.1f\"%s text-anchor=\"%s\" fill=\"%s\"%s xml:space=\"preserve\">%s</text>%n",
                words.x(),
                words.y(),
                words.size(),
                words.weight() == Shape.Weight.REGULAR ? "" : " font-weight=\"bold\"",
                anchor,
                colour(words.ink()),
                ground,
                escaped(words.text())));
    }

    private String colour(Ink ink) {
        return colours.getOrDefault(ink, "#000000");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
