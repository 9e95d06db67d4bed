package org.socklens.ui.sockets.detail;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socklens.access.account.Accounts;
import org.socklens.access.account.Identity;
import org.socklens.access.path.FileNode;
import org.socklens.access.path.ModeText;
import org.socklens.access.path.PathStep;
import org.socklens.access.path.PathWalk;
import org.socklens.access.path.PathWalker;
import org.socklens.access.verdict.Judge;
import org.socklens.access.verdict.NodeText;
import org.socklens.access.verdict.Question;
import org.socklens.access.verdict.Verdict;
import org.socklens.access.verdict.VerdictText;
import org.socklens.posix.PathText;
import org.socklens.socket.Address;
import org.socklens.system.MachineSocket;
import org.socklens.system.SocketFile;
import org.socklens.ui.control.Tone;

/// Tells of the name under which a socket is found: the path walk to its file and who may connect, or what holds for an
/// abstract name. It walks paths: not for the FX thread, and on one thread at a time.
public final class FileSection {
    private final PathWalker walker;
    private final Accounts accounts;
    private final Judge judge;
    private final VerdictText verdicts;
    private final NodeText nodes;

    /// Walks with `walker`, answers for this process.
    public FileSection(PathWalker walker, Accounts accounts, Judge judge) {
        this.walker = walker;
        this.accounts = accounts;
        this.judge = judge;
        verdicts = new VerdictText(accounts, judge);
        nodes = new NodeText(accounts);
    }

    /// Null for a socket without a name.
    @Nullable Section of(MachineSocket socket) {
        return switch (socket.address()) {
            case Address.Path path -> new Section("Socket file", file(socket.file(), path));
            case Address.Abstract _ -> new Section("Abstract name", abstractName());
            case Address.Unnamed _, Address.Autobind _ -> null;
        };
    }

    private static List<Fact> abstractName() {
        return List.of(
                Fact.of("rights", "none: it has no file and no mode bits, every process of this network namespace may connect"),
                Fact.of("elsewhere", "a container with a network namespace of its own gets ECONNREFUSED"));
    }

    private List<Fact> file(SocketFile file, Address.Path path) {
        return switch (file) {
            case SocketFile.Present _, SocketFile.Hidden _ -> walked(path.bytes());
            case SocketFile.Replaced _, SocketFile.Gone _ -> changed(file, path);
            case SocketFile.Elsewhere(var holder, int mode, int uid, int gid, long inode) ->
                List.of(
                        new Fact("found", "only in the file tree of " + holder.words(), Tone.DANGER),
                        Fact.of(
                                ModeText.octal(mode),
                                "%s:%s · inode %d".formatted(accounts.userName(uid), accounts.groupName(gid), inode)),
                        Fact.of("reach it", "/proc/%d/root%s".formatted(holder.pid(), plain(path))));
            case SocketFile.NoFile _ -> List.of();
        };
    }

    private List<Fact> changed(SocketFile file, Address.Path path) {
        boolean relative = path.bytes()[0] != '/';
        String words = file instanceof SocketFile.Replaced(int mode, long inode)
                ? "a %s with inode %d has this name now".formatted(ModeText.kind(mode), inode)
                : relative ? "a relative name, not found in its holder's directory" : "nothing has this name";
        return List.of(new Fact("gone", words, Tone.DANGER));
    }

    private static String plain(Address.Path path) {
        String quoted = PathText.quoted(path.bytes());
        return quoted.substring(1, quoted.length() - 1);
    }

    private List<Fact> walked(byte[] path) {
        PathWalk walk = walker.walk(path);
        Verdict verdict = judge.judge(Question.CONNECT, walk, Identity.ofThisProcess(accounts));
        PathStep fault = verdict instanceof Verdict.Refused refused ? refused.fault().step() : null;
        List<Fact> facts = new ArrayList<>();
        for (PathStep step : walk.steps()) {
            Tone tone = step.equals(fault) ? Tone.DANGER : Tone.MUTED;
            facts.add(new Fact(step.name().text(), facts(step), tone));
        }
        Tone tone = verdict instanceof Verdict.Allowed ? Tone.SUCCESS : Tone.DANGER;
        facts.add(new Fact("connect", verdicts.headline(verdict) + " " + verdicts.reason(verdict), tone));
        return facts;
    }

    private String facts(PathStep step) {
        FileNode node = step.node();
        if (node == null) {
            return step.error() == null ? "" : step.error().toString();
        }
        if (step.isLink() && node.target() != null) {
            return "→ " + node.target().text();
        }
        return ModeText.octal(node.status().mode()) + " " + nodes.ownership(node);
    }
}
