package org.socklens.access.path;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socklens.posix.Errno;
import org.socklens.posix.FileCalls;
import org.socklens.posix.NodeCalls;

/// One walk under way: the directory it stands in, the names still to come, the steps made.
final class Walking {
    private static final int PATH_MAX = 4096;
    private static final int NONE = -1;

    private final NodeCalls nodes;
    private final FileCalls files;
    private final NodeReader reader;
    private final PathBytes typed;
    private final PathBytes workingDirectory;
    private final Deque<PathBytes> pending = new ArrayDeque<>();
    private final List<PathStep> steps = new ArrayList<>();

    /// The directory that the next name is looked up in, and its path.
    private int directory = NONE;
    private PathBytes directoryPath = PathBytes.ROOT;
    /// The node of the last step, when it is not yet the directory.
    private int node = NONE;

    private int nameIndex = -1;
    private int links;
    private boolean wantsDirectory;
    private boolean going = true;

    Walking(NodeCalls nodes, FileCalls files, PathBytes typed, PathBytes workingDirectory) {
        this.nodes = nodes;
        this.files = files;
        this.typed = typed;
        this.workingDirectory = workingDirectory;
        this.reader = new NodeReader(nodes, MountTable.read());
    }

    HeldPath walk() {
        if (typed.isAbsolute()) {
            start(PathBytes.ROOT, PathBytes.ROOT);
        } else {
            start(PathBytes.of("."), workingDirectory);
        }
        Errno unusable = unusable();
        if (unusable != null) {
            nameIndex = steps.size();
            stop(typed, typed, null, unusable);
        } else if (typed.components().isEmpty()) {
            nameIndex = 0;
        } else {
            follow(typed);
        }
        while (going && !pending.isEmpty()) {
            step(pending.removeFirst());
        }
        PathWalk walk = new PathWalk(typed, absolute(), workingDirectory, steps, nameIndex, endsInName());
        return new HeldPath(walk, files, nodes, directory, node);
    }

    /// What makes the kernel refuse the path before it looks at any name.
    private @Nullable Errno unusable() {
        if (typed.length() == 0) {
            return Errno.ENOENT;
        }
        if (typed.contains(0)) {
            return Errno.EINVAL;
        }
        return typed.length() >= PATH_MAX ? Errno.ENAMETOOLONG : null;
    }

    private void start(PathBytes name, PathBytes path) {
        int opened = nodes.open(FileCalls.AT_FDCWD, name.toByteArray());
        if (opened < 0) {
            stop(name, path, null, Errno.of(-opened));
            return;
        }
        NodeReader.Found found = reader.read(opened);
        steps.add(new PathStep(name, path, PathStep.Role.START, found.node(), found.error()));
        going = found.error() == null;
        enter(opened, path);
    }

    /// Puts the names of a path before those that are still to come.
    private void follow(PathBytes path) {
        List<PathBytes> names = path.components();
        for (PathBytes name : names.reversed()) {
            pending.addFirst(name);
        }
        boolean last = pending.size() == names.size();
        wantsDirectory |= last && path.endsWithSlash();
    }

    private void step(PathBytes name) {
        boolean last = pending.isEmpty();
        if (name.is(".") && !last) {
            return;
        }
        if (last && nameIndex < 0) {
            nameIndex = steps.size();
        }
        PathBytes path = pathOf(name);
        int opened = nodes.open(directory, name.toByteArray());
        if (opened < 0) {
            stop(name, path, null, Errno.of(-opened));
            return;
        }
        hold(opened);
        NodeReader.Found found = reader.read(opened);
        FileNode seen = found.node();
        if (seen == null) {
            stop(name, path, null, found.error());
        } else if (seen.status().isLink()) {
            link(name, path, seen);
        } else {
            arrive(name, path, seen, last ? PathStep.Role.END : PathStep.Role.DIRECTORY);
        }
    }

    private void arrive(PathBytes name, PathBytes path, FileNode seen, PathStep.Role role) {
        boolean isDirectory = seen.status().isDirectory();
        boolean last = pending.isEmpty();
        if (!isDirectory && (!last || wantsDirectory)) {
            stop(name, path, seen, Errno.ENOTDIR);
            return;
        }
        steps.add(new PathStep(name, path, role, seen, null));
        if (!last) {
            enter(node, path);
            node = NONE;
        }
    }

    private void link(PathBytes name, PathBytes path, FileNode seen) {
        PathBytes target = seen.target();
        links++;
        if (links > PathWalk.MOST_LINKS || !seen.mount().followsLinks()) {
            stop(name, path, seen, Errno.ELOOP);
        } else if (seen.mount().type().equals("proc")) {
            procLink(name, path, seen);
        } else if (target == null) {
            stop(name, path, seen, Errno.EACCES);
        } else {
            PathStep.Role role = pending.isEmpty() ? PathStep.Role.END_LINK : PathStep.Role.LINK;
            steps.add(new PathStep(name, path, role, seen, null));
            drop();
            follow(target);
            if (target.isAbsolute()) {
                start(PathBytes.ROOT, PathBytes.ROOT);
            }
        }
    }

    /// A link such as `/proc/PID/root` says a name of another world: only the kernel can follow it.
    private void procLink(PathBytes name, PathBytes path, FileNode seen) {
        int opened = nodes.openFollowing(directory, name.toByteArray());
        Errno error = opened < 0 ? Errno.of(-opened) : null;
        steps.add(new PathStep(name, path, PathStep.Role.PROC_LINK, seen, error));
        if (error != null) {
            going = false;
            return;
        }
        hold(opened);
        NodeReader.Found found = reader.read(opened);
        FileNode behind = found.node();
        PathBytes said = seen.target() == null ? name : seen.target();
        if (behind == null) {
            stop(said, path, null, found.error());
        } else {
            arrive(said, path, behind, pending.isEmpty() ? PathStep.Role.END : PathStep.Role.DIRECTORY);
        }
    }

    private void stop(PathBytes name, PathBytes path, @Nullable FileNode seen, @Nullable Errno error) {
        PathStep.Role role = pending.isEmpty() ? PathStep.Role.END : PathStep.Role.DIRECTORY;
        steps.add(new PathStep(name, path, role, seen, error));
        going = false;
    }

    private PathBytes pathOf(PathBytes name) {
        if (name.is(".")) {
            return directoryPath;
        }
        return name.is("..") ? directoryPath.parent() : directoryPath.resolve(name);
    }

    private void enter(int opened, PathBytes path) {
        if (directory != NONE) {
            files.close(directory);
        }
        directory = opened;
        directoryPath = path;
    }

    private void hold(int opened) {
        drop();
        node = opened;
    }

    private void drop() {
        if (node != NONE) {
            files.close(node);
            node = NONE;
        }
    }

    private PathBytes absolute() {
        PathBytes path = typed.isAbsolute() ? PathBytes.ROOT : workingDirectory;
        for (PathBytes name : typed.components()) {
            path = name.is(".") ? path : path.resolve(name);
        }
        return path;
    }

    private boolean endsInName() {
        List<PathBytes> names = typed.components();
        return !names.isEmpty() && !names.getLast().is(".") && !names.getLast().is("..");
    }
}
