package org.socklens.access.path;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socklens.posix.Errno;

/// A path walked once, component by component, as the kernel walks it (`man 7 path_resolution`). A snapshot: what it
/// tells was so at one time.
///
/// @param typed the path as it was given
/// @param absolute the same with the working directory before it, without `.` and double slashes
/// @param workingDirectory where relative paths start
/// @param steps at least the start; a symbolic link is followed by the steps that it leads to
/// @param nameIndex the step of the last typed component, which bind and unlink act on without following it; -1 when
///     the walk ended before it
/// @param endsInName whether the last typed component is a name and not `.`, `..` or the root
public record PathWalk(
        PathBytes typed,
        PathBytes absolute,
        PathBytes workingDirectory,
        List<PathStep> steps,
        int nameIndex,
        boolean endsInName) {
    /// The most symbolic links that the kernel follows in one walk.
    public static final int MOST_LINKS = 40;

    /// Copies the steps.
    public PathWalk {
        steps = List.copyOf(steps);
    }

    /// The step where the walk arrived or stopped.
    public PathStep last() {
        return steps.getLast();
    }

    /// Why the walk stopped, or null when it arrived.
    public @Nullable Errno error() {
        return last().error();
    }

    /// What stands at the end, symbolic links followed; null when the walk did not arrive.
    public @Nullable FileNode end() {
        return error() == null ? last().node() : null;
    }

    /// The step of the last typed component, or null when the walk ended before it.
    public @Nullable PathStep named() {
        return nameIndex < 0 ? null : steps.get(nameIndex);
    }

    /// The last directory that the walk could enter: the nearest one that exists when a component is missing.
    public PathStep nearestDirectory() {
        for (int i = steps.size() - 1; i > 0; i--) {
            PathStep step = steps.get(i);
            FileNode node = step.node();
            if (step.error() == null && node != null && node.status().isDirectory()) {
                return step;
            }
        }
        return steps.getFirst();
    }

    /// Whether the walk started at the working directory.
    public boolean isRelative() {
        return !typed.isAbsolute();
    }

    /// The symbolic links on the way, in order.
    public List<PathStep> links() {
        return steps.stream().filter(PathStep::isLink).toList();
    }

    /// Whether another walk saw the same, as [PathStep#looksLike] tells for each step.
    public boolean looksLike(PathWalk other) {
        if (!typed.equals(other.typed) || !absolute.equals(other.absolute) || steps.size() != other.steps.size()) {
            return false;
        }
        for (int i = 0; i < steps.size(); i++) {
            if (!steps.get(i).looksLike(other.steps.get(i))) {
                return false;
            }
        }
        return true;
    }

    /// The same walk as if the node at its end had another owner, group and mode bits.
    public PathWalk withEnd(int uid, int gid, int permissions) {
        List<PathStep> changed = new ArrayList<>(steps);
        PathStep end = last();
        FileNode node = end.reached().with(uid, gid, permissions);
        changed.set(changed.size() - 1, new PathStep(end.name(), end.path(), end.role(), node, end.error()));
        return new PathWalk(typed, absolute, workingDirectory, changed, nameIndex, endsInName);
    }
}
