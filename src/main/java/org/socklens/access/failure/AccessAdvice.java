package org.socklens.access.failure;

import org.socklens.access.account.Accounts;
import org.socklens.access.account.GroupDifference;
import org.socklens.access.account.Identity;
import org.socklens.access.path.FileNode;
import org.socklens.access.verdict.DecisionText;
import org.socklens.access.verdict.Fault;
import org.socklens.access.verdict.Question;
import org.socklens.access.verdict.Rights;
import org.socklens.access.verdict.Verdict;

/// What a person can do about lacking rights.
final class AccessAdvice {
    private AccessAdvice() {}

    static String of(Verdict.Refused verdict, Accounts accounts) {
        return verdict.fault() instanceof Fault.Lacks lacks ? lacking(verdict, lacks, accounts) : "";
    }

    private static String lacking(Verdict.Refused verdict, Fault.Lacks lacks, Accounts accounts) {
        FileNode node = lacks.step().reached();
        int gid = node.status().gid();
        Identity who = verdict.who();
        if (DecisionText.groupWouldHelp(node, lacks.decision())) {
            String group = accounts.groupName(gid);
            GroupDifference difference = accounts.groupDifference(who);
            boolean alreadyAdded = difference != null && difference.onlyInDatabase().contains(gid);
            String advice = alreadyAdded
                    ? "The account database has %s in group %s already: log in again to be in it."
                    : "Have %s added to group %s and log in again, or have the mode changed.";
            return advice.formatted(who.name(), group);
        }
        String missing = Rights.words(lacks.decision().missing());
        String owner = accounts.userName(node.status().uid());
        return verdict.question() == Question.BIND
                ? "Choose a directory of your own, or have " + owner + " or root give you " + missing + "."
                : "Only " + ownerOrRoot(owner) + " can change that.";
    }

    private static String ownerOrRoot(String owner) {
        return owner.equals("root") ? "root" : owner + " or root";
    }
}
