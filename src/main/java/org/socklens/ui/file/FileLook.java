package org.socklens.ui.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.socklens.access.account.Accounts;
import org.socklens.access.account.GroupDifference;
import org.socklens.access.account.Identity;
import org.socklens.access.change.Ownership;
import org.socklens.access.occupant.BoundSocket;
import org.socklens.access.occupant.FileWatch;
import org.socklens.access.occupant.Occupant;
import org.socklens.access.occupant.SocketFile;
import org.socklens.access.path.PathStep;
import org.socklens.access.path.PathWalk;
import org.socklens.access.verdict.Exposure;
import org.socklens.access.verdict.Judge;
import org.socklens.access.verdict.Verdict;
import org.socklens.access.verdict.VerdictText;

/// Looks at a path again and again for the panel and answers what is asked. It may block, and one look runs at a time.
public final class FileLook {
    private final FileWatch watch;
    private final Accounts accounts;
    private final Judge judge;
    private final VerdictText words;
    private final StepRows rows;

    /// Looks through `watch`; `judge` gives the verdicts.
    public FileLook(FileWatch watch, Accounts accounts, Judge judge) {
        this.watch = watch;
        this.accounts = accounts;
        this.judge = judge;
        words = new VerdictText(accounts, judge);
        rows = new StepRows(accounts);
    }

    synchronized FileReport look(FileQuery query) {
        Optional<Identity> who = who(query);
        SocketFile file = watch.look(query.path().toByteArray());
        if (who.isEmpty()) {
            return new FileReport(file, unknown(query.who()), rows.of(file.walk(), null), notes(file, null));
        }
        Identity asked = who.get();
        // Another account does not share our working directory: for it the same path is an absolute one.
        SocketFile seen = query.isForThisProcess() || !file.walk().isRelative()
                ? file
                : watch.look(file.walk().absolute().toByteArray());
        Verdict verdict = judge.judge(query.question(), seen.walk(), asked);
        Identity self = query.isForThisProcess() ? asked : null;
        return new FileReport(seen, answer(query, seen, verdict), rows.of(seen.walk(), verdict), notes(seen, self));
    }

    private Optional<Identity> who(FileQuery query) {
        return query.isForThisProcess()
                ? Optional.of(Identity.ofThisProcess(accounts))
                : accounts.typed(query.who().strip());
    }

    private static Answer unknown(String typed) {
        return new Answer.Unanswerable(
                "This machine has no account “%s”. Type a name, a number, or uid:gid,group,group for ids of your own."
                        .formatted(typed.strip()));
    }

    private Answer answer(FileQuery query, SocketFile file, Verdict verdict) {
        Draft draft = query.draft();
        if (draft == null || file.node() == null) {
            return judged(verdict);
        }
        OptionalInt owner = accounts.uid(draft.owner().strip());
        OptionalInt group = accounts.gid(draft.group().strip());
        if (owner.isEmpty()) {
            return new Answer.Unanswerable("This machine has no user “" + draft.owner().strip() + "”.");
        }
        if (group.isEmpty()) {
            return new Answer.Unanswerable("This machine has no group “" + draft.group().strip() + "”.");
        }
        Ownership wanted = new Ownership(owner.getAsInt(), group.getAsInt(), draft.permissions());
        PathWalk changed = file.walk().withEnd(wanted.uid(), wanted.gid(), wanted.permissions());
        return new Answer.WouldBe(wanted, judged(judge.judge(query.question(), changed, verdict.who())));
    }

    private Answer.Judged judged(Verdict verdict) {
        return new Answer.Judged(verdict, words.headline(verdict), words.reason(verdict));
    }

    private List<String> notes(SocketFile file, @Nullable Identity self) {
        PathWalk walk = file.walk();
        List<String> notes = new ArrayList<>();
        if (walk.isRelative()) {
            notes.add("Resolves to %s from the working directory %s."
                    .formatted(walk.absolute().text(), walk.workingDirectory().text()));
        }
        if (!walk.links().isEmpty()) {
            notes.add(chain(walk));
        }
        if (file.occupant() instanceof Occupant.SocketNode socket && socket.bound() != null) {
            notes.add(holders(socket.bound()));
        }
        notes.addAll(Exposure.warnings(walk));
        GroupDifference difference = self == null ? null : accounts.groupDifference(self);
        if (difference != null) {
            notes.add(difference.sentence(accounts));
        }
        return notes;
    }

    private static String chain(PathWalk walk) {
        StringBuilder chain = new StringBuilder("Symbolic links followed:");
        for (PathStep link : walk.links()) {
            var target = link.reached().target();
            chain.append(' ').append(link.path().text()).append(" → ").append(target == null ? "?" : target.text()).append(';');
        }
        chain.setCharAt(chain.length() - 1, '.');
        return chain.toString();
    }

    private static String holders(BoundSocket bound) {
        String queue = bound.state() == BoundSocket.State.LISTENING
                ? "; %d of %d waiting to be accepted".formatted(bound.waiting(), bound.backlog())
                : "";
        return "Held by " + bound.holdersInWords() + queue + ".";
    }
}
