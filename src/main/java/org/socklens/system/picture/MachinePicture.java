package org.socklens.system.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.socklens.system.graph.Edge;
import org.socklens.system.graph.Node;
import org.socklens.system.graph.ProcessGraph;

/// Draws every process of the machine, those that talk to each other close together. It remembers where each stood, so
/// that a picture drawn anew does not jump.
///
/// One picture at a time.
public final class MachinePicture {
    private static final double MARGIN = 24;
    private static final double GAP = 30;
    /// Who talks to this many is named also where the picture is small.
    private static final int LANDMARK_TALKERS = 3;
    /// How much wider than high the whole is to be.
    private static final double ASPECT = 1.5;

    private Map<String, ForceLayout.Point> places = new HashMap<>();

    /// Remembers nothing yet.
    public MachinePicture() {}

    /// A part of the picture: what is connected, with the room that it takes.
    private record Part(ProcessGraph graph, Map<String, ForceLayout.Point> places, double left, double top, double width, double height) {}

    /// Draws a graph.
    ///
    /// @param chosen the process that stands out, or null
    /// @param selected the number of the socket whose connection stands out
    public Picture draw(ProcessGraph graph, @Nullable Node chosen, long selected) {
        List<Part> parts = graph.components().stream().map(this::part).toList();
        places = new HashMap<>();
        parts.forEach(part -> places.putAll(part.places()));
        if (parts.isEmpty()) {
            return Picture.EMPTY;
        }
        double area = parts.stream().mapToDouble(part -> (part.width() + GAP) * (part.height() + GAP)).sum();
        double widest = parts.stream().mapToDouble(Part::width).max().orElse(0);
        return packed(parts, Math.max(widest, Math.sqrt(area * ASPECT)), chosen, selected, describe(graph));
    }

    private static String describe(ProcessGraph graph) {
        return "%d processes and %d pairs of them that talk.".formatted(
                graph.nodes().size(),
                graph.edges().stream()
                        .map(edge -> edge.from() + " " + edge.to())
                        .distinct()
                        .count());
    }

    private Part part(ProcessGraph graph) {
        Map<String, ForceLayout.Point> found = new ForceLayout(graph, places).places();
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (Node node : graph.nodes()) {
            ForceLayout.Point middle = middle(found, node);
            double half = Cards.width(node) / 2;
            left = Math.min(left, middle.x() - half);
            right = Math.max(right, middle.x() + half);
            top = Math.min(top, middle.y() - Cards.HEIGHT / 2);
            bottom = Math.max(bottom, middle.y() + Cards.HEIGHT / 2);
        }
        return new Part(graph, found, left, top, right - left, bottom - top);
    }

    private static ForceLayout.Point middle(Map<String, ForceLayout.Point> places, Node node) {
        return places.getOrDefault(node.id(), new ForceLayout.Point(0, 0));
    }

    /// Parts stand in rows, the highest first.
    private static Picture packed(
            List<Part> parts, double rowWidth, @Nullable Node chosen, long selected, String description) {
        List<Shape> shapes = new ArrayList<>();
        double x = 0;
        double y = 0;
        double rowHeight = 0;
        double width = 0;
        for (Part part : parts.stream().sorted(Comparator.comparingDouble(Part::height).reversed()).toList()) {
            if (x > 0 && x + part.width() > rowWidth) {
                y += rowHeight + GAP;
                x = 0;
                rowHeight = 0;
            }
            draw(shapes, part, MARGIN + x - part.left(), MARGIN + y - part.top(), chosen, selected);
            x += part.width() + GAP;
            rowHeight = Math.max(rowHeight, part.height());
            width = Math.max(width, x - GAP);
        }
        return new Picture(width + 2 * MARGIN, y + rowHeight + 2 * MARGIN, shapes, description);
    }

    private static void draw(
            List<Shape> shapes, Part part, double shiftX, double shiftY, @Nullable Node chosen, long selected) {
        Map<String, Node> nodes = part.graph().nodes().stream().collect(Collectors.toMap(Node::id, node -> node));
        for (Edge edge : part.graph().edges()) {
            Node from = nodes.get(edge.from());
            Node to = nodes.get(edge.to());
            if (from != null && to != null) {
                ForceLayout.Point start = middle(part.places(), from);
                ForceLayout.Point end = middle(part.places(), to);
                shapes.add(line(edge, to, shifted(start, shiftX, shiftY), shifted(end, shiftX, shiftY), selected));
            }
        }
        for (Node node : part.graph().nodes()) {
            ForceLayout.Point middle = shifted(middle(part.places(), node), shiftX, shiftY);
            Cards.draw(
                    shapes,
                    node,
                    middle.x() - Cards.width(node) / 2,
                    middle.y() - Cards.HEIGHT / 2,
                    standing(part.graph(), node, chosen));
        }
    }

    private static Cards.Standing standing(ProcessGraph graph, Node node, @Nullable Node chosen) {
        if (chosen != null && chosen.id().equals(node.id())) {
            return Cards.Standing.CHOSEN;
        }
        long talkers = graph.edges().stream()
                .filter(edge -> edge.from().equals(node.id()) || edge.to().equals(node.id()))
                .count();
        return talkers >= LANDMARK_TALKERS ? Cards.Standing.LANDMARK : Cards.Standing.PLAIN;
    }

    private static ForceLayout.Point shifted(ForceLayout.Point point, double x, double y) {
        return new ForceLayout.Point(point.x() + x, point.y() + y);
    }

    /// From the middle of one card to the border of the other, where its arrow is seen.
    private static Shape line(Edge edge, Node to, ForceLayout.Point start, ForceLayout.Point end, long selected) {
        double dx = end.x() - start.x();
        double dy = end.y() - start.y();
        double inside = Math.min(
                Math.abs(dx) < 1e-6 ? 1 : Cards.width(to) / 2 / Math.abs(dx),
                Math.abs(dy) < 1e-6 ? 1 : Cards.HEIGHT / 2 / Math.abs(dy));
        double reach = Math.max(0, 1 - inside);
        boolean chosen = edge.touches(selected);
        return new Shape.Curve(
                start.x(),
                start.y(),
                start.x() + dx * reach / 3,
                start.y() + dy * reach / 3,
                start.x() + dx * reach * 2 / 3,
                start.y() + dy * reach * 2 / 3,
                start.x() + dx * reach,
                start.y() + dy * reach,
                chosen ? Ink.ACCENT : Ink.LINE,
                chosen ? 2.6 : Math.min(4, 1 + Math.log(edge.links().size()) / 2),
                edge.isDirected() ? Shape.Stroke.ARROW : Shape.Stroke.PLAIN,
                chosen ? selected : edge.links().getFirst().from());
    }
}
