package org.socklens.access.verdict;

import org.socklens.access.account.Accounts;
import org.socklens.access.account.Identity;
import org.socklens.access.path.FileNode;
import org.socklens.access.path.ModeText;
import org.socklens.access.path.PathStep;
import org.socklens.access.path.PathWalk;
import org.socklens.posix.Errno;

/// Puts into words what stands in the way. Names of accounts may have to be looked up: not for the FX thread.
final class FaultText {
    private final DecisionText decisions;

    FaultText(Accounts accounts) {
        decisions = new DecisionText(accounts);
    }

    /// The thing at fault in one sentence or two, without call and errno.
    String culprit(Verdict.Refused verdict) {
        PathStep step = verdict.fault().step();
        String path = step.path().text();
        return switch (verdict.fault()) {
            case Fault.Lacks(PathStep _, Decision decision) -> lacks(verdict, step, decision);
            case Fault.Stopped _ -> stopped(verdict.walk(), step, verdict.errno());
            case Fault.Taken _ -> "A " + kind(step) + " stands at " + path + " already.";
            case Fault.SlashAfterFreeName _ -> "The path ends in a slash, but no directory stands there.";
            case Fault.NotSocket _ -> path + " is not a socket but a " + kind(step) + ".";
            case Fault.IsDirectory _ -> path + " is a directory, and this call removes files.";
            case Fault.SlashAfterFile _ -> path + " is not a directory, yet the path ends in a slash.";
            case Fault.ReadOnly _ -> path + " (file system " + fileSystem(step) + ") is read-only.";
            case Fault.NoSockets _ -> path + " (file system " + fileSystem(step) + ") cannot hold sockets.";
            case Fault.Frozen _ -> path + " is marked immutable or append-only (lsattr shows it), even for root.";
            case Fault.Sticky(PathStep _, PathStep directory) -> sticky(verdict.who(), step, directory);
            case Fault.ProtectedLink(PathStep _, PathStep directory) -> protectedLink(step, directory);
            case Fault.MountPoint _ -> "Another file is mounted over " + path + ".";
        };
    }

    private String lacks(Verdict.Refused verdict, PathStep step, Decision decision) {
        FileNode node = step.reached();
        String path = step.path().text();
        if (node.status().isDirectory()) {
            return "The directory %s has mode %s %s: %s.%s".formatted(
                    path,
                    DecisionText.octal(node),
                    decisions.ownership(node),
                    decisions.refusal(node, verdict.who(), decision),
                    socketBehind(verdict, step));
        }
        boolean groupMatters = !(decision.by() instanceof Clause.Others) || DecisionText.groupWouldHelp(node, decision);
        return "%s belongs to %s and its mode is %s: %s, and connecting needs write on the %s.".formatted(
                path,
                groupMatters ? decisions.ownership(node) : decisions.owner(node),
                DecisionText.octal(node),
                groupMatters ? decisions.refusal(node, verdict.who(), decision) : decisions.lack(node, decision),
                node.status().isSocket() ? "socket file" : "file");
    }

    /// People look at the socket's mode first: say that it does not count before the directory lets pass.
    private static String socketBehind(Verdict.Refused verdict, PathStep at) {
        FileNode end = verdict.walk().end();
        boolean connecting = verdict.question() == Question.CONNECT && !at.equals(verdict.walk().last());
        return connecting && end != null && end.status().isSocket()
                ? " The socket's own " + DecisionText.octal(end) + " does not help."
                : "";
    }

    private static String stopped(PathWalk walk, PathStep step, Errno errno) {
        String path = step.path().text();
        if (errno.equals(Errno.ENOENT)) {
            return missing(walk, step);
        }
        if (errno.equals(Errno.ENOTDIR)) {
            return path + " is a " + kind(step) + ", not a directory.";
        }
        if (errno.equals(Errno.ELOOP)) {
            return "Following symbolic links ends at " + path + ": after " + PathWalk.MOST_LINKS
                    + " links the kernel gives up, so they probably lead in a circle.";
        }
        if (errno.equals(Errno.ENAMETOOLONG)) {
            return "A name of %d bytes is longer than the file system takes.".formatted(step.name().length());
        }
        return path + " cannot be looked at: " + errno + ".";
    }

    private static String missing(PathWalk walk, PathStep step) {
        String nearest = walk.nearestDirectory().path().text();
        PathStep named = walk.named();
        if (named != null && named.isLink()) {
            return named.path().text() + " is a symbolic link, but " + step.path().text() + " does not exist.";
        }
        boolean last = named != null;
        return step.path().text() + " does not exist"
                + (last ? "." : "; the nearest directory that does is " + nearest + ".");
    }

    private String sticky(Identity who, PathStep step, PathStep directory) {
        return ("The directory %s is sticky (mode %s): only the owner of a file or of the directory removes names,"
                        + " and %s belongs to %s, not to %s.")
                .formatted(
                        directory.path().text(),
                        DecisionText.octal(directory.reached()),
                        step.path().text(),
                        decisions.owner(step.reached()),
                        who.name());
    }

    private String protectedLink(PathStep step, PathStep directory) {
        return ("%s is a symbolic link of %s in the sticky directory %s that everybody may write to,"
                        + " and fs.protected_symlinks lets only %s follow it, root included.")
                .formatted(
                        step.path().text(),
                        decisions.owner(step.reached()),
                        directory.path().text(),
                        decisions.owner(step.reached()));
    }

    private static String kind(PathStep step) {
        FileNode node = step.node();
        return node == null ? "directory" : ModeText.kind(node.status().mode());
    }

    private static String fileSystem(PathStep step) {
        return step.reached().mount().type();
    }
}
