package org.socklens.access.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.socklens.access.account.Capability;
import org.socklens.access.account.Identity;
import org.socklens.access.path.FileNode;
import org.socklens.access.path.PathStep;
import org.socklens.access.path.PathWalk;
import org.socklens.posix.Errno;

/// One question under judgement. The order of the checks is the kernel's, so that the first one that fails gives the
/// errno that a program would see (`fs/namei.c`, `net/unix/af_unix.c`).
final class Trial {
    /// File systems whose directories know no `mknod`.
    private static final Set<String> WITHOUT_SOCKETS = Set.of(
            "vfat", "msdos", "exfat", "sysfs", "cgroup", "cgroup2", "debugfs", "tracefs", "securityfs", "configfs",
            "devpts", "mqueue", "fusectl", "pstore", "efivarfs", "binfmt_misc", "selinuxfs");

    /// Its directories do not even know a name that is free: whoever wants to make one is told that it is missing.
    private static final String PROC = "proc";

    private static final int STICKY = 01000;
    private static final int WRITABLE_BY_OTHERS = 0002;

    private final KernelSettings settings;
    private final Question question;
    private final PathWalk walk;
    private final Identity who;
    private final List<Passage> passages = new ArrayList<>();

    /// The directory that the next name is looked up in.
    private PathStep directory;
    /// The role of the step before. The node behind a proc link is reached without a look-up in a directory.
    private PathStep.Role before = PathStep.Role.START;

    Trial(KernelSettings settings, Question question, PathWalk walk, Identity who) {
        this.settings = settings;
        this.question = question;
        this.walk = walk;
        this.who = who;
        this.directory = walk.steps().getFirst();
    }

    Verdict verdict() {
        Verdict onTheWay = search();
        if (onTheWay != null) {
            return onTheWay;
        }
        return switch (question) {
            case CONNECT -> connect(walk.last());
            case BIND -> bind(walk.steps().get(walk.nameIndex()));
            case DELETE -> delete(walk.steps().get(walk.nameIndex()));
        };
    }

    /// Goes through the steps as far as the call follows them; null when the walk arrives.
    private @Nullable Verdict search() {
        int arrival = question == Question.CONNECT || walk.nameIndex() < 0 ? walk.steps().size() - 1 : walk.nameIndex();
        for (int i = 0; i <= arrival; i++) {
            boolean ownRules = i == arrival && question != Question.CONNECT && walk.nameIndex() >= 0;
            Verdict stopped = i == 0 ? start() : pass(walk.steps().get(i), ownRules);
            if (stopped != null) {
                return stopped;
            }
        }
        return null;
    }

    private @Nullable Verdict start() {
        return directory.error() == null ? null : stopped(directory);
    }

    private @Nullable Verdict pass(PathStep step, boolean ownRules) {
        if (step.role() == PathStep.Role.START) {
            directory = step;
            return step.error() == null ? null : stopped(step);
        }
        boolean lookedUp = before != PathStep.Role.PROC_LINK;
        before = step.role();
        if (lookedUp) {
            Decision search = ask(directory, Rights.SEARCH);
            if (!search.granted()) {
                return refused(Errno.EACCES, new Fault.Lacks(directory, search));
            }
        }
        if (ownRules) {
            return null;
        }
        if (step.error() != null) {
            return stopped(step);
        }
        if (step.role() == PathStep.Role.PROC_LINK && !who.may(Capability.CAP_DAC_OVERRIDE)) {
            return undecided(step);
        }
        if (step.role() == PathStep.Role.END_LINK && isProtected(step)) {
            return refused(Errno.EACCES, new Fault.ProtectedLink(step, directory));
        }
        if (step.reached().status().isDirectory()) {
            directory = step;
        }
        return null;
    }

    private boolean isProtected(PathStep link) {
        FileNode parent = directory.reached();
        int shared = STICKY | WRITABLE_BY_OTHERS;
        int owner = link.reached().status().uid();
        return settings.protectedSymlinks()
                && (parent.status().permissions() & shared) == shared
                && owner != who.uid()
                && owner != parent.status().uid();
    }

    private Verdict connect(PathStep end) {
        FileNode node = end.reached();
        boolean socket = node.status().isSocket();
        boolean kept = node.status().isRegular() || node.status().isDirectory();
        if (kept && node.mount().readOnlyFileSystem()) {
            return refused(Errno.EROFS, new Fault.ReadOnly(end));
        }
        if (node.immutable()) {
            return refused(Errno.EPERM, new Fault.Frozen(end));
        }
        Decision write = ask(end, Rights.WRITE);
        if (!write.granted()) {
            return refused(Errno.EACCES, new Fault.Lacks(end, write));
        }
        return socket ? allowed() : refused(Errno.ECONNREFUSED, new Fault.NotSocket(end));
    }

    private Verdict bind(PathStep name) {
        if (name.node() != null || !walk.endsInName()) {
            return refused(Errno.EADDRINUSE, new Fault.Taken(name));
        }
        if (!Errno.ENOENT.equals(name.error())) {
            return stopped(name);
        }
        if (walk.typed().endsWithSlash()) {
            return refused(Errno.ENOENT, new Fault.SlashAfterFreeName(name));
        }
        if (directory.reached().mount().type().equals(PROC)) {
            return refused(Errno.ENOENT, new Fault.NoSockets(directory));
        }
        Verdict locked = changeDirectory();
        if (locked != null) {
            return locked;
        }
        if (WITHOUT_SOCKETS.contains(directory.reached().mount().type())) {
            return refused(Errno.EPERM, new Fault.NoSockets(directory));
        }
        return allowed();
    }

    private Verdict delete(PathStep name) {
        if (!walk.endsInName()) {
            return refused(Errno.EISDIR, new Fault.IsDirectory(name));
        }
        FileNode parent = directory.reached();
        if (parent.mount().isReadOnly()) {
            return refused(Errno.EROFS, new Fault.ReadOnly(directory));
        }
        FileNode node = name.node();
        if (node == null) {
            return stopped(name);
        }
        boolean isDirectory = node.status().isDirectory();
        if (walk.typed().endsWithSlash()) {
            return isDirectory
                    ? refused(Errno.EISDIR, new Fault.IsDirectory(name))
                    : refused(Errno.ENOTDIR, new Fault.SlashAfterFile(name));
        }
        Verdict locked = changeDirectory();
        if (locked != null) {
            return locked;
        }
        if (parent.appendOnly()) {
            return refused(Errno.EPERM, new Fault.Frozen(directory));
        }
        if (isKeptBySticky(parent, node)) {
            return refused(Errno.EPERM, new Fault.Sticky(name, directory));
        }
        if (node.immutable() || node.appendOnly()) {
            return refused(Errno.EPERM, new Fault.Frozen(name));
        }
        if (isDirectory) {
            return refused(Errno.EISDIR, new Fault.IsDirectory(name));
        }
        return node.status().mount() == parent.status().mount()
                ? allowed()
                : refused(Errno.EBUSY, new Fault.MountPoint(name));
    }

    /// Whether a name may be made or removed in the directory; null when it may.
    private @Nullable Verdict changeDirectory() {
        FileNode parent = directory.reached();
        if (parent.mount().isReadOnly()) {
            return refused(Errno.EROFS, new Fault.ReadOnly(directory));
        }
        if (parent.immutable()) {
            return refused(Errno.EPERM, new Fault.Frozen(directory));
        }
        Decision change = ask(directory, Rights.WRITE | Rights.SEARCH);
        return change.granted() ? null : refused(Errno.EACCES, new Fault.Lacks(directory, change));
    }

    private boolean isKeptBySticky(FileNode parent, FileNode node) {
        return (parent.status().permissions() & STICKY) != 0
                && node.status().uid() != who.uid()
                && parent.status().uid() != who.uid()
                && !who.may(Capability.CAP_FOWNER);
    }

    private Decision ask(PathStep step, int want) {
        Decision decision = AccessRule.decide(step.reached(), who, want);
        passages.add(new Passage(step, decision));
        return decision;
    }

    private Verdict allowed() {
        return new Verdict.Allowed(question, who, walk, List.copyOf(passages));
    }

    private Verdict refused(Errno errno, Fault fault) {
        return new Verdict.Refused(question, who, walk, List.copyOf(passages), errno, fault);
    }

    /// The walk itself was stopped here. Rights that this process lacks say nothing about anybody else.
    private Verdict stopped(PathStep step) {
        Errno errno = step.error();
        return errno == null || errno.equals(Errno.EACCES) ? undecided(step) : refused(errno, new Fault.Stopped(step));
    }

    private Verdict undecided(PathStep step) {
        return new Verdict.Undecided(question, who, walk, List.copyOf(passages), step);
    }
}
