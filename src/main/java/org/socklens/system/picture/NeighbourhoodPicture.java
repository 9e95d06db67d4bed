package org.socklens.system.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.socklens.system.graph.Edge;
import org.socklens.system.graph.Node;
import org.socklens.system.graph.ProcessGraph;

/// Draws one process in the middle with where it can be reached; left of it who connects to it, right of it those that
/// it connects to.
public final class NeighbourhoodPicture {
    private static final double MARGIN = 24;
    private static final double GAP_X = 96;
    private static final double GAP_Y = 18;
    private static final double COLUMN_GAP = 24;
    /// Where more stand on one side, they get another column.
    private static final int MOST_ROWS = 12;
    private static final double LABEL_SIZE = 10;

    /// Where the lines of the center start.
    private record Point(double x, double y) {}

    private final Node center;
    private final long selected;
    private final Map<String, List<Edge>> edges = new LinkedHashMap<>();
    private final List<Shape> lines = new ArrayList<>();
    private final List<Shape> labels = new ArrayList<>();
    private final List<Shape> cards = new ArrayList<>();

    private NeighbourhoodPicture(Node center, long selected) {
        this.center = center;
        this.selected = selected;
    }

    /// The picture of a process and its neighbours.
    ///
    /// @param selected the number of the socket whose connection stands out
    public static Picture of(ProcessGraph graph, Node center, long selected) {
        return new NeighbourhoodPicture(center, selected).draw(graph.around(center));
    }

    private Picture draw(ProcessGraph near) {
        for (Edge edge : near.edges()) {
            edges.computeIfAbsent(other(edge), _ -> new ArrayList<>()).add(edge);
        }
        List<Node> left = side(near, true);
        List<Node> right = side(near, false);
        double leftWidth = width(left);
        double rightWidth = width(right);
        double centerWidth = Math.max(Cards.width(center), Cards.portsWidth(center));
        double centerHeight = Cards.HEIGHT + (center.ports().isEmpty() ? 0 : 10 + Cards.portsHeight(center));
        double height = Math.max(centerHeight, Math.max(height(left), height(right)));
        double centerX = MARGIN + (left.isEmpty() ? 0 : leftWidth + GAP_X);
        double centerY = MARGIN + (height - centerHeight) / 2;
        Cards.draw(cards, center, centerX, centerY, Cards.Standing.CHOSEN);
        Cards.drawPorts(cards, center, centerX, centerY + Cards.HEIGHT + 10, selected);
        double centerEnd = centerX + Cards.width(center);
        double middle = centerY + Cards.HEIGHT / 2;
        place(left, MARGIN, height, leftWidth, new Point(centerX, middle));
        double rightX = centerX + centerWidth + GAP_X;
        place(right, rightX, height, rightWidth, new Point(centerEnd, middle));
        double width = right.isEmpty() ? centerX + centerWidth : rightX + rightWidth;
        List<Shape> all = new ArrayList<>(lines);
        all.addAll(cards);
        all.addAll(labels);
        return new Picture(width + MARGIN, height + 2 * MARGIN, all, description(left.size(), right.size()));
    }

    private String description(int clients, int servers) {
        return "%s, %s, in the middle; %d %s left of it, %d right of it.".formatted(
                center.title(), center.subtitle(), clients, clients == 1 ? "process connects to it:" : "connect to it:", servers);
    }

    private String other(Edge edge) {
        return edge.from().equals(center.id()) ? edge.to() : edge.from();
    }

    /// Who connects to the center stands left; a pair without a name stands right.
    private List<Node> side(ProcessGraph near, boolean left) {
        return near.nodes().stream()
                .filter(node -> !node.id().equals(center.id()))
                .filter(node -> left == edgesOf(node).stream()
                        .allMatch(edge -> edge.isDirected() && edge.to().equals(center.id())))
                .sorted(Comparator.<Node>comparingInt(node -> isChosen(node) ? 0 : 1)
                        .thenComparingInt(node -> -edgesOf(node).stream().mapToInt(edge -> edge.links().size()).sum())
                        .thenComparing(Node::title)
                        .thenComparing(Node::id))
                .toList();
    }

    private List<Edge> edgesOf(Node node) {
        return edges.getOrDefault(node.id(), List.of());
    }

    private boolean isChosen(Node node) {
        return edgesOf(node).stream().anyMatch(edge -> edge.touches(selected));
    }

    /// The selected socket is at an end of it, or is the listener that it came through.
    private boolean standsOut(Edge edge) {
        boolean throughSelected = edge.to().equals(center.id())
                && center.ports().stream()
                        .anyMatch(port -> port.inode() == selected && port.address().equals(edge.address()));
        return throughSelected || edge.touches(selected);
    }

    private static int rows(List<Node> nodes) {
        int columns = Math.max(1, (nodes.size() + MOST_ROWS - 1) / MOST_ROWS);
        return (nodes.size() + columns - 1) / columns;
    }

    private static double height(List<Node> nodes) {
        return Math.max(0, rows(nodes) * (Cards.HEIGHT + GAP_Y) - GAP_Y);
    }

    private static double columnWidth(List<Node> nodes) {
        return nodes.stream().mapToDouble(Cards::width).max().orElse(0);
    }

    private static double width(List<Node> nodes) {
        if (nodes.isEmpty()) {
            return 0;
        }
        int columns = (nodes.size() + rows(nodes) - 1) / rows(nodes);
        return columns * (columnWidth(nodes) + COLUMN_GAP) - COLUMN_GAP;
    }

    private void place(List<Node> nodes, double x, double height, double width, Point hub) {
        if (nodes.isEmpty()) {
            return;
        }
        int rows = rows(nodes);
        double columnWidth = columnWidth(nodes);
        double top = MARGIN + (height - height(nodes)) / 2;
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            int column = i / rows;
            int row = i % rows;
            double cardX = x + column * (columnWidth + COLUMN_GAP);
            double cardY = top + row * (Cards.HEIGHT + GAP_Y);
            boolean isLeft = hub.x() > x + width;
            double shift = isLeft ? columnWidth - Cards.width(node) : 0;
            Cards.draw(
                    cards, node, cardX + shift, cardY, isChosen(node) ? Cards.Standing.CHOSEN : Cards.Standing.PLAIN);
            double spread = (i + 0.5) / nodes.size() - 0.5;
            Point end = new Point(hub.x(), hub.y() + spread * (Cards.HEIGHT - 14));
            connect(node, isLeft ? cardX + columnWidth : cardX, cardY + Cards.HEIGHT / 2, end);
        }
    }

    /// One curve an address, a little apart from each other.
    private void connect(Node node, double x, double y, Point hub) {
        List<Edge> all = edgesOf(node);
        double apart = Math.min(8, 24.0 / all.size());
        for (int i = 0; i < all.size(); i++) {
            Edge edge = all.get(i);
            double offset = (i - (all.size() - 1) / 2.0) * apart;
            boolean outward = edge.from().equals(center.id());
            draw(edge, outward ? hub.x() : x, (outward ? hub.y() : y) + offset, outward ? x : hub.x(), (outward ? y : hub.y()) + offset);
            label(edge, i, all.size(), x, y, hub);
        }
    }

    private void draw(Edge edge, double x1, double y1, double x2, double y2) {
        boolean chosen = standsOut(edge);
        double bend = (x2 - x1) / 2;
        long target = edge.touches(selected) ? selected : edge.links().getFirst().from();
        lines.add(new Shape.Curve(
                x1,
                y1,
                x1 + bend,
                y1,
                x2 - bend,
                y2,
                x2,
                y2,
                chosen ? Ink.ACCENT : Ink.LINE,
                chosen ? 2.4 : 1.3,
                edge.isDirected() ? Shape.Stroke.ARROW : Shape.Stroke.PLAIN,
                target));
    }

    /// Beside the card of the neighbour: how many connections, and under which name if it is not one of the center's.
    private void label(Edge edge, int index, int count, double x, double y, Point hub) {
        if (index > 0) {
            return;
        }
        int links = edgesTotal(edge, count);
        String name = edge.isDirected() && edge.from().equals(center.id()) ? Cards.cutFront(edge.address(), 16) : "";
        String times = links > 1 ? "×" + links : "";
        String text = (name + " " + times).strip();
        if (!text.isEmpty()) {
            boolean left = x < hub.x();
            labels.add(new Shape.Words(
                    left ? x + 8 : x - 8,
                    y - 5,
                    text,
                    LABEL_SIZE,
                    Shape.Weight.REGULAR,
                    left ? Shape.Anchor.START : Shape.Anchor.END,
                    standsOut(edge) ? Ink.ACCENT : Ink.MUTED,
                    Ink.GROUND));
        }
    }

    private int edgesTotal(Edge edge, int count) {
        return count == 1
                ? edge.links().size()
                : edges.getOrDefault(other(edge), List.of()).stream()
                        .mapToInt(each -> each.links().size())
                        .sum();
    }
}
