package org.socklens.system.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The processes of the machine and what connects them.
///
/// @param nodes each process that holds a named or connected socket
/// @param edges each pair of them that talks, once an address
public record ProcessGraph(List<Node> nodes, List<Edge> edges) {
    /// Nobody.
    public static final ProcessGraph EMPTY = new ProcessGraph(List.of(), List.of());

    /// Copies the lists.
    public ProcessGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /// The node with an id, or null.
    public @Nullable Node node(String id) {
        return nodes.stream().filter(node -> node.id().equals(id)).findFirst().orElse(null);
    }

    /// The first node that holds a socket, or null.
    public @Nullable Node holding(long inode) {
        return nodes.stream()
                .filter(node -> node.sockets().contains(inode))
                .findFirst()
                .orElse(null);
    }

    /// A node with everyone it talks to.
    public ProcessGraph around(Node center) {
        Set<String> near = new HashSet<>(Set.of(center.id()));
        List<Edge> touching = edges.stream()
                .filter(edge -> edge.from().equals(center.id()) || edge.to().equals(center.id()))
                .toList();
        touching.forEach(edge -> near.addAll(List.of(edge.from(), edge.to())));
        return new ProcessGraph(
                nodes.stream().filter(node -> near.contains(node.id())).toList(), touching);
    }

    /// The groups of nodes that are connected with each other, the largest first.
    public List<ProcessGraph> components() {
        Map<String, Set<String>> neighbours = new LinkedHashMap<>();
        nodes.forEach(node -> neighbours.put(node.id(), new LinkedHashSet<>()));
        for (Edge edge : edges) {
            neighbours.getOrDefault(edge.from(), new HashSet<>()).add(edge.to());
            neighbours.getOrDefault(edge.to(), new HashSet<>()).add(edge.from());
        }
        List<ProcessGraph> components = new ArrayList<>();
        Set<String> placed = new HashSet<>();
        for (Node node : nodes) {
            if (!placed.contains(node.id())) {
                Set<String> reached = reached(node.id(), neighbours);
                placed.addAll(reached);
                components.add(part(reached));
            }
        }
        components.sort((one, other) -> Integer.compare(other.nodes().size(), one.nodes().size()));
        return components;
    }

    private static Set<String> reached(String start, Map<String, Set<String>> neighbours) {
        Set<String> reached = new LinkedHashSet<>(Set.of(start));
        List<String> open = new ArrayList<>(List.of(start));
        while (!open.isEmpty()) {
            for (String next : neighbours.getOrDefault(open.removeLast(), Set.of())) {
                if (reached.add(next)) {
                    open.add(next);
                }
            }
        }
        return reached;
    }

    private ProcessGraph part(Set<String> ids) {
        return new ProcessGraph(
                nodes.stream().filter(node -> ids.contains(node.id())).toList(),
                edges.stream().filter(edge -> ids.contains(edge.from())).toList());
    }
}
