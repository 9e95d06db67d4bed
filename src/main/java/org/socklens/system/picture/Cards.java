package org.socklens.system.picture;

import java.util.List;
import org.socklens.system.graph.Node;

/// Draws a process as a card: a stripe in the colour of its user, its program, its pid and user,
/// and a dot when it can be reached.
final class Cards {
    static final double HEIGHT = 40;
    static final double PORT_HEIGHT = 22;
    static final double PORT_GAP = 4;
    /// How a card stands among the others.
    enum Standing {
        /// As most.
        PLAIN,
        /// Many talk to it.
        LANDMARK,
        /// The selected socket is its own.
        CHOSEN
    }

    private static final double PADDING = 12;
    private static final double RADIUS = 6;
    private static final double STRIPE = 4;
    /// For the dot that says that it can be reached.
    private static final double MARK_ROOM = 14;
    private static final double TITLE_SIZE = 12;
    private static final double SMALL_SIZE = 10.5;
    private static final double SMALL_CHARACTER = Shape.CHARACTER * SMALL_SIZE / TITLE_SIZE;
    private static final int MOST_CHARACTERS = 22;
    private static final int MOST_PORT_CHARACTERS = 34;
    /// How many ports are drawn before the rest is counted.
    private static final int MOST_PORTS = 6;

    private Cards() {}

    static double width(Node node) {
        double title = cut(node.title(), MOST_CHARACTERS).length() * Shape.CHARACTER * 1.06;
        double subtitle = subtitle(node).length() * SMALL_CHARACTER;
        double mark = node.ports().isEmpty() ? 0 : MARK_ROOM;
        return Math.ceil(Math.max(title + mark, subtitle) + 2 * PADDING + STRIPE);
    }

    private static String subtitle(Node node) {
        String words = node.inner() == 0 ? node.subtitle() : node.subtitle() + " · ↻ " + node.inner();
        return cut(words, MOST_CHARACTERS + 6);
    }

    /// Draws a card with its upper left corner at a point.
    static void draw(List<Shape> shapes, Node node, double x, double y, Standing standing) {
        boolean chosen = standing == Standing.CHOSEN;
        Shape.Weight weight = standing == Standing.PLAIN ? Shape.Weight.BOLD : Shape.Weight.LANDMARK;
        double width = width(node);
        long target = node.sockets().getFirst();
        Ink fill = chosen ? Ink.ACCENT_GROUND : Ink.CARD;
        Ink border = chosen ? Ink.ACCENT : Ink.BORDER;
        shapes.add(new Shape.Box(x, y, width, HEIGHT, RADIUS, fill, border, chosen ? 2 : 1, target));
        shapes.add(new Shape.Box(x + 1, y + 6, STRIPE, HEIGHT - 12, 2, ink(node.kind()), ink(node.kind()), 0, 0));
        double left = x + PADDING + STRIPE / 2;
        shapes.add(words(left, y + 17, cut(node.title(), MOST_CHARACTERS), TITLE_SIZE, weight, Ink.WORDS));
        if (!node.ports().isEmpty()) {
            shapes.add(new Shape.Dot(x + width - PADDING, y + 13, 4, Ink.PORT));
        }
        shapes.add(words(left, y + 31, subtitle(node), SMALL_SIZE, Shape.Weight.REGULAR, Ink.MUTED));
    }

    private static Shape.Words words(double x, double y, String text, double size, Shape.Weight weight, Ink ink) {
        return new Shape.Words(x, y, text, size, weight, Shape.Anchor.START, ink, null);
    }

    private static Ink ink(Node.Kind kind) {
        return switch (kind) {
            case OWN -> Ink.OWN;
            case ROOT -> Ink.ROOT;
            case OTHER -> Ink.OTHER;
            case UNKNOWN -> Ink.MUTED;
        };
    }

    /// How much room the ports of a node take below its card.
    static double portsHeight(Node node) {
        int lines = Math.min(MOST_PORTS, node.ports().size()) + (node.ports().size() > MOST_PORTS ? 1 : 0);
        return lines * (PORT_HEIGHT + PORT_GAP);
    }

    static double portsWidth(Node node) {
        return node.ports().stream()
                .limit(MOST_PORTS)
                .mapToDouble(port -> portText(port).length() * SMALL_CHARACTER + 2 * PADDING + 8)
                .max()
                .orElse(0);
    }

    /// Draws where a process can be reached, one pill below the other.
    static void drawPorts(List<Shape> shapes, Node node, double x, double y, long selected) {
        double at = y;
        for (Node.Port port : node.ports().stream().limit(MOST_PORTS).toList()) {
            boolean chosen = port.inode() == selected;
            String text = portText(port);
            double width = text.length() * SMALL_CHARACTER + 2 * PADDING + 8;
            Ink ink = chosen ? Ink.ACCENT : Ink.PORT;
            Ink fill = chosen ? Ink.ACCENT_GROUND : Ink.PORT_GROUND;
            shapes.add(new Shape.Box(
                    x, at, width, PORT_HEIGHT, PORT_HEIGHT / 2, fill, ink, chosen ? 1.6 : 0.8, port.inode()));
            shapes.add(new Shape.Dot(x + PADDING, at + PORT_HEIGHT / 2, 3, ink));
            shapes.add(words(x + PADDING + 8, at + 15, text, SMALL_SIZE, Shape.Weight.REGULAR, Ink.WORDS));
            at += PORT_HEIGHT + PORT_GAP;
        }
        if (node.ports().size() > MOST_PORTS) {
            String more = "and %d more".formatted(node.ports().size() - MOST_PORTS);
            shapes.add(words(x + PADDING, at + 15, more, SMALL_SIZE, Shape.Weight.REGULAR, Ink.MUTED));
        }
    }

    private static String portText(Node.Port port) {
        String address = cutFront(port.address(), MOST_PORT_CHARACTERS);
        return port.clients() == 0 ? address : address + " · " + port.clients();
    }

    static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    /// The end of a path says more than its start.
    static String cutFront(String text, int most) {
        return text.length() <= most ? text : "…" + text.substring(text.length() - most + 1);
    }
}
