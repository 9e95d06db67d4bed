package org.socklens.access.change;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socklens.access.account.Accounts;
import org.socklens.access.account.Identity;
import org.socklens.access.occupant.BoundSocket;
import org.socklens.access.occupant.BoundSockets;
import org.socklens.access.occupant.SocketProbe;
import org.socklens.access.path.FileNode;
import org.socklens.access.path.HeldPath;
import org.socklens.access.path.ModeText;
import org.socklens.access.path.PathStep;
import org.socklens.access.path.PathWalk;
import org.socklens.access.path.PathWalker;
import org.socklens.access.verdict.Judge;
import org.socklens.access.verdict.KernelSettings;
import org.socklens.access.verdict.Question;
import org.socklens.access.verdict.Verdict;
import org.socklens.access.verdict.VerdictText;
import org.socklens.posix.Caller;
import org.socklens.posix.Errno;
import org.socklens.posix.FileStatus;

/// Removes a stale socket file and nothing else. Everything is checked again on the node itself, which is held open:
/// that it is the one that was looked at, a socket, without a socket behind it, and still under its name.
///
/// Not thread-safe: one instance a thread, on that thread's [Caller]; not for the FX thread.
public final class StaleSocketRemover {
    private final PathWalker walker;
    private final BoundSockets bound;
    private final SocketProbe probe;
    private final Accounts accounts;
    private final Judge judge = new Judge(KernelSettings.read());
    private final VerdictText words;

    /// Calls made here are told to the trace of `caller`.
    public StaleSocketRemover(Caller caller, Accounts accounts) {
        this.accounts = accounts;
        words = new VerdictText(accounts, judge);
        walker = new PathWalker(caller);
        bound = new BoundSockets(caller);
        probe = new SocketProbe(caller);
    }

    /// Removes the name `path`, if it still is the stale socket that was `seen`.
    public Removal remove(byte[] path, FileStatus seen) {
        try (HeldPath held = walker.hold(path)) {
            String objection = objection(held, seen);
            return objection != null ? new Removal.Kept(objection) : unlink(held);
        }
    }

    /// Why the name is not removed; null when it may be.
    private @Nullable String objection(HeldPath held, FileStatus seen) {
        PathWalk walk = held.walk();
        String name = walk.absolute().text();
        PathStep named = walk.named();
        if (named != null && named.isLink()) {
            return name + " is a symbolic link, and only a socket file itself is removed.";
        }
        FileNode node = walk.end();
        if (node == null || !held.endsAt(seen)) {
            return FileChanger.replaced(walk);
        }
        if (!node.status().isSocket()) {
            return name + " is a " + ModeText.kind(node.status().mode()) + ", and only a stale socket file is removed.";
        }
        Optional<BoundSocket> holder = bound.find(node.status());
        if (holder.isPresent()) {
            return "%s is not stale: a %s socket is behind it, held by %s."
                    .formatted(name, holder.get().type(), holder.get().holdersInWords());
        }
        return probe(held.node(), name);
    }

    private @Nullable String probe(int node, String name) {
        Errno answer = probe.ask(node);
        if (answer.equals(Errno.ECONNREFUSED)) {
            return null;
        }
        return SocketProbe.isSomebody(answer)
                ? name + " is not stale: a socket is behind it, held in another network namespace."
                : name + " could not be checked: connect: " + answer + ". Only who may connect can tell.";
    }

    private Removal unlink(HeldPath held) {
        PathWalk walk = held.walk();
        if (!held.isStillNamed()) {
            return new Removal.Kept(FileChanger.replaced(walk));
        }
        int result = held.unlink();
        return result == 0 ? new Removal.Removed() : new Removal.Kept(refused(walk, Errno.of(-result)));
    }

    private String refused(PathWalk walk, Errno errno) {
        Verdict verdict = judge.judge(Question.DELETE, walk, Identity.ofThisProcess(accounts));
        String reason = verdict instanceof Verdict.Refused refused
                ? words.culprit(refused)
                : walk.absolute().text() + " stays.";
        return VerdictText.head("unlink", errno) + reason;
    }
}
