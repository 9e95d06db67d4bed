package org.socklens.access.occupant;

import org.jspecify.annotations.Nullable;
import org.socklens.access.path.FileNode;
import org.socklens.access.path.ModeText;
import org.socklens.access.path.PathWalk;

/// A path as it was at one look: the walk, what stands at its end, and the names of its owner and group.
///
/// @param owner the name of the user, or its number; null when nothing was reached
/// @param group the name of the group, or its number; null when nothing was reached
public record SocketFile(PathWalk walk, Occupant occupant, @Nullable String owner, @Nullable String group) {
    /// The node at the end, or null when the walk did not arrive.
    public @Nullable FileNode node() {
        return walk.end();
    }

    /// Type and mode bits as `srwxr-xr-x`; empty when nothing was reached.
    public String symbolic() {
        FileNode node = node();
        return node == null ? "" : ModeText.symbolic(node.status().mode());
    }

    /// The mode bits as `0755`; empty when nothing was reached.
    public String octal() {
        FileNode node = node();
        return node == null ? "" : ModeText.octal(node.status().mode());
    }

    /// The type of the file system that holds the node, or that would hold it.
    public String fileSystem() {
        FileNode node = node() != null ? node() : walk.nearestDirectory().node();
        return node == null ? "" : node.mount().type();
    }

    /// How many bytes the typed path takes, to be held against
    /// [PathCheck#MOST_BYTES][org.socklens.access.path.PathCheck].
    public int pathBytes() {
        return walk.typed().length();
    }

    /// Whether another look saw the same, as far as a person would care: [PathWalk#looksLike] and the same occupant.
    public boolean looksLike(SocketFile other) {
        return walk.looksLike(other.walk) && occupant.words().equals(other.occupant.words());
    }
}
