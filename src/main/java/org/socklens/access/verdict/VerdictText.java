package org.socklens.access.verdict;

import java.util.Set;
import org.socklens.access.account.Accounts;
import org.socklens.access.account.Identity;
import org.socklens.access.path.FileNode;
import org.socklens.access.path.PathStep;
import org.socklens.posix.Errno;

/// Puts a verdict into words. Names of accounts may have to be looked up: not for the FX thread.
public final class VerdictText {
    private static final String NOBODY = "an ordinary account";

    private final FaultText faults;
    private final DecisionText decisions;
    private final Judge judge;

    /// Words with the names of these accounts.
    ///
    /// @param judge tells what an ordinary account would get where root passes
    public VerdictText(Accounts accounts, Judge judge) {
        this.faults = new FaultText(accounts);
        this.decisions = new DecisionText(accounts);
        this.judge = judge;
    }

    /// The answer alone: `dev may not connect.`
    public String headline(Verdict verdict) {
        String name = verdict.who().name();
        String words = verdict.question().words();
        return switch (verdict) {
            case Verdict.Allowed _ -> name + " may " + words + ".";
            case Verdict.Refused _ -> name + " may not " + words + ".";
            case Verdict.Undecided _ -> "Whether " + name + " may " + words + " cannot be told.";
        };
    }

    /// Why: call, errno and culprit of a refusal; what let pass otherwise.
    public String reason(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Allowed allowed -> passes(allowed);
            case Verdict.Refused refused -> head(refused.question().call(), refused.errno()) + culprit(refused);
            case Verdict.Undecided(Question _, Identity _, var _, var _, PathStep step) -> unseen(step);
        };
    }

    /// Headline and reason.
    public String sentence(Verdict verdict) {
        return headline(verdict) + " " + reason(verdict);
    }

    /// The thing at fault, without call and errno.
    public String culprit(Verdict.Refused verdict) {
        return faults.culprit(verdict);
    }

    /// How every sentence about a failed call begins: `connect: EACCES (13, Permission denied). `
    public static String head(String call, Errno errno) {
        return call + ": " + errno + ". ";
    }

    private String passes(Verdict.Allowed verdict) {
        if (verdict.bypassed()) {
            return bypass(verdict);
        }
        String last = verdict.passages().isEmpty() ? "" : lastPassage(verdict.passages().getLast());
        return verdict.who().isRoot() ? last + " " + ordinary(verdict) : last;
    }

    private String lastPassage(Passage passage) {
        FileNode node = passage.step().reached();
        String subject = node.status().isDirectory() ? "the directory " : "";
        return "Every directory on the way lets it search, and on %s%s (mode %s %s) %s."
                .formatted(
                        subject,
                        passage.step().path().text(),
                        DecisionText.octal(node),
                        decisions.ownership(node),
                        decisions.brief(node, passage.decision()));
    }

    private String bypass(Verdict.Allowed verdict) {
        Passage first = verdict.passages().stream()
                .filter(passage -> passage.decision().bypassed())
                .findFirst()
                .orElseThrow();
        String who = verdict.who().isRoot() ? "Root" : verdict.who().name();
        Clause.Bypass by = (Clause.Bypass) first.decision().by();
        return "%s bypasses the checks (%s). %s".formatted(who, by.capability(), ordinary(verdict));
    }

    /// What somebody who is neither owner nor in a group would get: root's success teaches nothing about others.
    private String ordinary(Verdict.Allowed verdict) {
        Identity stranger = new Identity(NOBODY, -2, -2, Set.of(), Set.of());
        return switch (judge.judge(verdict.question(), verdict.walk(), stranger)) {
            case Verdict.Allowed _ -> "An ordinary account may, too.";
            case Verdict.Refused refused -> "An ordinary account would get %s: %s"
                    .formatted(refused.errno().symbol(), culprit(refused));
            case Verdict.Undecided _ -> "What an ordinary account would get cannot be told.";
        };
    }

    private String unseen(PathStep step) {
        return step.role() == PathStep.Role.PROC_LINK
                ? "%s is a link of the proc file system, which is followed only for those who may trace the process."
                        .formatted(step.path().text())
                : "This process may not look at %s. Run Socklens as an account that may."
                        .formatted(step.path().text());
    }
}
