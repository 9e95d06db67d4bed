package org.socklens.access.change;

import org.socklens.access.account.Accounts;
import org.socklens.access.account.Identity;
import org.socklens.access.path.HeldPath;
import org.socklens.access.path.ModeText;
import org.socklens.access.path.PathWalk;
import org.socklens.access.path.PathWalker;
import org.socklens.posix.Caller;
import org.socklens.posix.Errno;
import org.socklens.posix.FileStatus;
import org.socklens.posix.NodeCalls;

/// Changes owner, group and mode of the node that was looked at, and of no other: it holds the node open, compares
/// device and inode with the look, and acts through that descriptor. A link or file that was swapped in meanwhile is
/// left alone.
///
/// Not thread-safe: one instance a thread, on that thread's [Caller]; not for the FX thread.
public final class FileChanger {
    private final PathWalker walker;
    private final Accounts accounts;

    /// Calls made here are told to the trace of `caller`.
    public FileChanger(Caller caller, Accounts accounts) {
        this.walker = new PathWalker(caller);
        this.accounts = accounts;
    }

    /// Makes the node at the end of `path` as `wanted`, if it still is the one that was `seen`.
    public ChangeResult apply(byte[] path, FileStatus seen, Ownership wanted) {
        try (HeldPath held = walker.hold(path)) {
            String name = held.walk().last().path().text();
            return held.endsAt(seen)
                    ? change(held.nodes(), held.node(), name, wanted)
                    : new ChangeResult.Unchanged(replaced(held.walk()));
        }
    }

    /// What to say when another node stands where one was looked at.
    static String replaced(PathWalk walk) {
        return "Nothing was changed: " + walk.absolute().text()
                + " is not the file any more that was looked at. Look again.";
    }

    private ChangeResult change(NodeCalls calls, int node, String name, Ownership wanted) {
        int status = calls.statx(node);
        if (status < 0) {
            return new ChangeResult.Unchanged("statx: " + Errno.of(-status) + ". " + name + " stays as it was.");
        }
        Ownership before = Ownership.of(calls.status());
        if (!before.sameOwner(wanted)) {
            int result = move(calls, node, before, wanted);
            if (result < 0) {
                return new ChangeResult.Unchanged(ownerRefused(Errno.of(-result), name, before, wanted));
            }
        }
        int result = calls.chmod(node, wanted.permissions());
        return result < 0
                ? new ChangeResult.Unchanged(modeRefused(Errno.of(-result), name, before))
                : outcome(calls, node, wanted);
    }

    /// Changes owner and group. Bits that are to go are taken first, so that the new owner and group never have them;
    /// they come back when the kernel refuses.
    private static int move(NodeCalls calls, int node, Ownership before, Ownership wanted) {
        int kept = before.permissions() & wanted.permissions();
        if (kept != before.permissions()) {
            int taken = calls.chmod(node, kept);
            if (taken < 0) {
                return taken;
            }
        }
        int result = calls.chown(
                node, changed(wanted.uid(), before.uid()), changed(wanted.gid(), before.gid()));
        if (result < 0 && kept != before.permissions()) {
            calls.chmod(node, before.permissions());
        }
        return result;
    }

    private static int changed(int wanted, int before) {
        return wanted == before ? NodeCalls.UNCHANGED : wanted;
    }

    private static ChangeResult outcome(NodeCalls calls, int node, Ownership wanted) {
        Ownership now = calls.statx(node) < 0 ? wanted : Ownership.of(calls.status());
        String note = now.permissions() == wanted.permissions()
                ? ""
                : "The kernel made it %s instead of %s: only root or a member of the group keeps the set-group-id bit."
                        .formatted(ModeText.octal(now.permissions()), ModeText.octal(wanted.permissions()));
        return new ChangeResult.Changed(now, note);
    }

    private String modeRefused(Errno errno, String name, Ownership before) {
        String reason = errno.equals(Errno.EPERM)
                ? "%s belongs to %s: only its owner or root may change its mode, and this process is %s."
                        .formatted(name, accounts.userName(before.uid()), self().name())
                : elsewise(errno, name);
        return "chmod: " + errno + ". " + reason;
    }

    private String ownerRefused(Errno errno, String name, Ownership before, Ownership wanted) {
        String reason = errno.equals(Errno.EPERM) ? ownerReason(name, before, wanted) : elsewise(errno, name);
        return "chown: " + errno + ". " + reason;
    }

    private String ownerReason(String name, Ownership before, Ownership wanted) {
        Identity self = self();
        String owner = accounts.userName(before.uid());
        if (wanted.uid() != before.uid()) {
            return "Only root may give a file away, and this process is %s; %s stays with %s."
                    .formatted(self.name(), name, owner);
        }
        return ("%s belongs to %s: only its owner may change its group, and only to a group of his own;"
                        + " this process is %s, %s group %s.")
                .formatted(
                        name,
                        owner,
                        self.name(),
                        self.inGroup(wanted.gid()) ? "in" : "not in",
                        accounts.groupName(wanted.gid()));
    }

    private static String elsewise(Errno errno, String name) {
        return errno.equals(Errno.EROFS)
                ? name + " lies on a read-only file system."
                : name + " stays as it was.";
    }

    private Identity self() {
        return Identity.ofThisProcess(accounts);
    }
}
