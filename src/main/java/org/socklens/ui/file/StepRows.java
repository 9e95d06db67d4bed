package org.socklens.ui.file;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socklens.access.account.Accounts;
import org.socklens.access.path.FileNode;
import org.socklens.access.path.ModeText;
import org.socklens.access.path.PathStep;
import org.socklens.access.path.PathWalk;
import org.socklens.access.verdict.DecisionText;
import org.socklens.access.verdict.NodeText;
import org.socklens.access.verdict.Passage;
import org.socklens.access.verdict.Verdict;

/// Puts a judged walk into rows. Names of accounts may have to be looked up: not for the FX thread.
final class StepRows {
    private final DecisionText decisions;
    private final NodeText nodes;

    StepRows(Accounts accounts) {
        decisions = new DecisionText(accounts);
        nodes = new NodeText(accounts);
    }

    /// The rows of a walk; nothing is marked without a verdict.
    List<StepRow> of(PathWalk walk, @Nullable Verdict verdict) {
        return walk.steps().stream().map(step -> row(step, verdict)).toList();
    }

    private StepRow row(PathStep step, @Nullable Verdict verdict) {
        Passage passage = verdict == null ? null : passage(step, verdict);
        FileNode node = step.node();
        String decided = passage == null || node == null ? "" : decisions.shortly(node, passage.decision());
        String because = passage == null || node == null ? "" : ": " + decisions.brief(node, passage.decision());
        String details = step.path().text() + because + ". " + (node == null ? "" : nodes.facts(node) + ".");
        return new StepRow(step, mark(step, verdict, passage), facts(step), decided, details.strip());
    }

    private static @Nullable Passage passage(PathStep step, Verdict verdict) {
        return verdict.passages().stream()
                .filter(passage -> passage.step().equals(step))
                .reduce((_, last) -> last)
                .orElse(null);
    }

    private static StepRow.Mark mark(PathStep step, @Nullable Verdict verdict, @Nullable Passage passage) {
        if (verdict instanceof Verdict.Refused refused && step.equals(refused.fault().step())) {
            return StepRow.Mark.FAULT;
        }
        boolean passed = passage != null && passage.decision().granted();
        return passed ? StepRow.Mark.PASSED : StepRow.Mark.NOT_ASKED;
    }

    private String facts(PathStep step) {
        FileNode node = step.node();
        if (node == null) {
            return step.error() == null ? "" : step.error().symbol();
        }
        if (step.isLink() && node.target() != null) {
            return "→ " + node.target().text();
        }
        String more = node.acl() == null ? " " : "+ ";
        return ModeText.octal(node.status().mode()) + more + nodes.ownership(node);
    }
}
