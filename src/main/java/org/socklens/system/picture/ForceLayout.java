package org.socklens.system.picture;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.socklens.system.graph.Edge;
import org.socklens.system.graph.ProcessGraph;

/// Places the nodes of a connected graph: all push each other away, edges pull (Fruchterman and Reingold, 1991). The
/// same graph from the same places comes out the same.
final class ForceLayout {
    /// Where the middle of a card stands.
    record Point(double x, double y) {}

    /// Cards are wider than high: the forces see a plane in which they are squares of side 1.
    static final double CELL_WIDTH = 190;

    static final double CELL_HEIGHT = 74;
    private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
    private static final int MOST_ROUNDS = 220;
    private static final long MOST_PAIRS = 20_000_000;
    private static final int MOST_SPREADS = 200;
    private static final double PULL_TO_MIDDLE = 0.06;

    private final List<String> ids;
    private final int[] from;
    private final int[] to;
    private final double[] x;
    private final double[] y;
    private final boolean settled;

    /// @param before where nodes stood the last time; others start beside a neighbour
    ForceLayout(ProcessGraph graph, Map<String, Point> before) {
        ids = graph.nodes().stream().map(node -> node.id()).toList();
        Map<String, Integer> index = new HashMap<>();
        ids.forEach(id -> index.put(id, index.size()));
        List<Edge> inside = graph.edges();
        from = inside.stream().mapToInt(edge -> index.getOrDefault(edge.from(), 0)).toArray();
        to = inside.stream().mapToInt(edge -> index.getOrDefault(edge.to(), 0)).toArray();
        x = new double[ids.size()];
        y = new double[ids.size()];
        settled = before.keySet().containsAll(ids);
        for (int i = 0; i < ids.size(); i++) {
            Point known = before.get(ids.get(i));
            double radius = 0.8 * Math.sqrt(i + 0.5);
            x[i] = known == null ? radius * Math.cos(i * GOLDEN_ANGLE) : known.x() / CELL_WIDTH;
            y[i] = known == null ? radius * Math.sin(i * GOLDEN_ANGLE) : known.y() / CELL_HEIGHT;
        }
    }

    Map<String, Point> places() {
        if (!settled) {
            settle();
        }
        Map<String, Point> places = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            places.put(ids.get(i), new Point(x[i] * CELL_WIDTH, y[i] * CELL_HEIGHT));
        }
        return places;
    }

    private void settle() {
        long pairs = Math.max(1, (long) ids.size() * ids.size() / 2);
        int rounds = Math.clamp(MOST_PAIRS / pairs, 1, MOST_ROUNDS);
        double hottest = Math.sqrt(ids.size());
        for (int round = 0; round < rounds; round++) {
            move(hottest * (1 - round / (double) rounds) * 0.3);
        }
        for (int round = 0; round < MOST_SPREADS && spread(); round++) {
            // Each round moves cards that overlap a little apart.
        }
    }

    private void move(double furthest) {
        double[] pushX = new double[x.length];
        double[] pushY = new double[y.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = i + 1; j < x.length; j++) {
                double dx = x[i] - x[j];
                double dy = y[i] - y[j];
                double push = 1.2 / Math.max(0.01, dx * dx + dy * dy);
                pushX[i] += dx * push;
                pushY[i] += dy * push;
                pushX[j] -= dx * push;
                pushY[j] -= dy * push;
            }
            pushX[i] -= x[i] * PULL_TO_MIDDLE;
            pushY[i] -= y[i] * PULL_TO_MIDDLE;
        }
        for (int edge = 0; edge < from.length; edge++) {
            double dx = x[from[edge]] - x[to[edge]];
            double dy = y[from[edge]] - y[to[edge]];
            double pull = 0.5 * Math.hypot(dx, dy);
            pushX[from[edge]] -= dx * pull;
            pushY[from[edge]] -= dy * pull;
            pushX[to[edge]] += dx * pull;
            pushY[to[edge]] += dy * pull;
        }
        for (int i = 0; i < x.length; i++) {
            double length = Math.max(1e-9, Math.hypot(pushX[i], pushY[i]));
            double step = Math.min(length, furthest) / length;
            x[i] += pushX[i] * step;
            y[i] += pushY[i] * step;
        }
    }

    /// Whether any two cards still overlapped.
    private boolean spread() {
        boolean overlapped = false;
        for (int i = 0; i < x.length; i++) {
            for (int j = i + 1; j < x.length; j++) {
                double dx = x[i] - x[j];
                double dy = y[i] - y[j];
                double missingX = 1 - Math.abs(dx);
                double missingY = 1 - Math.abs(dy);
                if (missingX > 0.001 && missingY > 0.001) {
                    overlapped = true;
                    part(i, j, dx, dy, missingX, missingY);
                }
            }
        }
        return overlapped;
    }

    private void part(int i, int j, double dx, double dy, double missingX, double missingY) {
        if (missingX < missingY) {
            double half = Math.copySign(missingX / 2, dx);
            x[i] += half;
            x[j] -= half;
        } else {
            double half = Math.copySign(missingY / 2, dy);
            y[i] += half;
            y[j] -= half;
        }
    }
}
