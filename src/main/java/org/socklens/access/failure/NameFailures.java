package org.socklens.access.failure;

import org.jspecify.annotations.Nullable;
import org.socklens.access.failure.Explanation.Words;
import org.socklens.access.occupant.BoundSocket;
import org.socklens.access.occupant.Occupant;
import org.socklens.access.occupant.SocketFile;
import org.socklens.access.path.FileNode;
import org.socklens.access.path.ModeText;
import org.socklens.access.path.PathBytes;
import org.socklens.access.path.PathCheck;
import org.socklens.access.path.PathStep;
import org.socklens.access.path.PathWalk;

/// Failures that the names on the way explain: taken, missing, too long, no directory, a circle.
final class NameFailures {
    private static final String OTHER_PATH = "Choose another path; Socklens never removes what is not a stale socket.";

    private NameFailures() {}

    /// EADDRINUSE: bind refuses every name that exists, whatever it is.
    static Words taken(SocketFile file) {
        PathWalk walk = file.walk();
        PathStep named = walk.named();
        String path = walk.absolute().text();
        if (named != null && named.isLink()) {
            return link(named, path, file.occupant());
        }
        return switch (file.occupant()) {
            case Occupant.SocketNode(FileNode _, BoundSocket bound) -> socket(path, bound);
            case Occupant.ForeignSocket _ -> new Words(
                    "A socket of another network namespace stands at " + path + ".",
                    "Stop its server there first, or choose another path.");
            case Occupant.RegularFile(FileNode node) -> new Words(
                    "A regular file of %d bytes stands at %s.".formatted(node.status().size(), path), OTHER_PATH);
            case Occupant.Directory _ -> new Words(
                    "A directory stands at " + path + ".", "Add a file name to it, such as " + path + "/echo.sock.");
            case Occupant.OtherFile(FileNode node) -> new Words(
                    "A " + ModeText.kind(node.status().mode()) + " stands at " + path + ".", OTHER_PATH);
            case Occupant.Free _, Occupant.NoWay _, Occupant.DanglingLink _ -> new Words(
                    path + " was taken a moment ago and is free now.", "Try again.");
            case Occupant.Unseen _ -> new Words("Something stands at " + path + " already.", OTHER_PATH);
        };
    }

    private static Words link(PathStep named, String path, Occupant occupant) {
        PathBytes target = named.reached().target();
        String pointing = target == null ? "" : " to " + target.text();
        String dangling = occupant instanceof Occupant.DanglingLink ? ", which does not exist" : "";
        return new Words(
                "A symbolic link stands at " + path + pointing + dangling + ", and bind does not follow links.",
                "Bind the path that it points to, or choose another one.");
    }

    private static Words socket(String path, @Nullable BoundSocket bound) {
        if (bound == null) {
            return new Words(
                    path + " is a stale socket file: no process of this network namespace has a socket behind it.",
                    "Remove it with “Remove stale socket”, which checks it again, or choose another path.");
        }
        String holder = bound.holdersInWords();
        String what = bound.isLive()
                ? "A live %s socket stands at %s, held by %s.".formatted(bound.type(), path, holder)
                : "A %s socket is bound to %s but does not listen, held by %s.".formatted(bound.type(), path, holder);
        return new Words(what, "Stop that process first, or choose another path.");
    }

    /// ENOENT: the first missing component, and the nearest directory that exists.
    static Words missing(String call, SocketFile file) {
        PathWalk walk = file.walk();
        PathStep last = walk.last();
        String path = last.path().text();
        String nearest = walk.nearestDirectory().path().text();
        if (walk.error() == null) {
            return new Words(path + " was missing a moment ago and is there now.", "Try again.");
        }
        String from = walk.isRelative() ? " (the path starts at the working directory %s)".formatted(
                walk.workingDirectory().text()) : "";
        String hint = notation(walk.typed());
        PathStep named = walk.named();
        if (named != null && named.isLink()) {
            return new Words(
                    "%s is a symbolic link, but %s does not exist.".formatted(named.path().text(), path),
                    "Start the server that makes it, or repair the link.");
        }
        if (call.equals("bind") && named != null) {
            return unbindable(walk, path, file.fileSystem());
        }
        String culprit = "%s does not exist%s; the nearest directory that does is %s.".formatted(path, from, nearest);
        if (!hint.isEmpty()) {
            return new Words(culprit, hint);
        }
        return new Words(culprit, named == null ? "Create it, or correct the path." : nextForName(call));
    }

    /// Bind makes the last name, so that its absence is no failure in itself.
    private static Words unbindable(PathWalk walk, String path, String fileSystem) {
        return walk.typed().endsWithSlash()
                ? new Words(
                        "The path ends in a slash, which asks for a directory, and nothing stands at " + path + ".",
                        "Remove the slash.")
                : MountFailures.noSockets(walk.nearestDirectory().path().text(), fileSystem);
    }

    private static String nextForName(String call) {
        return call.equals("connect") ? "Start the server first, or correct the path." : "Correct the path.";
    }

    /// What people type that means something elsewhere.
    private static String notation(PathBytes typed) {
        byte[] bytes = typed.toByteArray();
        return switch (bytes.length == 0 ? 0 : bytes[0]) {
            case '@' -> "'@' is only the notation for abstract names: a path with it is a file."
                    + " Ask for an abstract address: turn on Abstract and leave the '@' out.";
            case '~' -> "'~' is replaced by shells only. Type your home directory in full.";
            default -> "";
        };
    }

    static Words notDirectory(SocketFile file) {
        PathStep at = file.walk().last();
        FileNode node = at.node();
        String kind = node == null ? "file" : ModeText.kind(node.status().mode());
        return new Words(at.path().text() + " is a " + kind + ", not a directory.", "Correct the path at that name.");
    }

    static Words tooLong(SocketFile file) {
        int length = file.pathBytes();
        return length > PathCheck.MOST_BYTES
                ? new Words(
                        "The path takes %d bytes, and the kernel takes at most %d."
                                .formatted(length, PathCheck.MOST_BYTES),
                        "Use a shorter one, or a relative path.")
                : new Words(
                        "The name %s is longer than the file system takes.".formatted(file.walk().last().name().text()),
                        "Use a shorter one.");
    }

    static Words loop(SocketFile file) {
        return new Words(
                "Symbolic links lead in a circle, or there are more than %d of them, at %s."
                        .formatted(PathWalk.MOST_LINKS, file.walk().last().path().text()),
                "Correct the link there.");
    }
}
