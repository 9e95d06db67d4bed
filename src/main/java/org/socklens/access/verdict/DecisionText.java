package org.socklens.access.verdict;

import org.socklens.access.account.Accounts;
import org.socklens.access.account.Identity;
import org.socklens.access.path.AclEntry;
import org.socklens.access.path.FileNode;
import org.socklens.access.path.ModeText;

/// Puts into words why one node lets pass or not. Names of accounts may have to be looked up: not for the FX thread.
public final class DecisionText {
    private static final int GROUP_SHIFT = 3;

    private final Accounts accounts;
    private final NodeText nodes;

    /// Words with the names of these accounts.
    public DecisionText(Accounts accounts) {
        this.accounts = accounts;
        nodes = new NodeText(accounts);
    }

    /// Owner and group as `root:app`.
    public String ownership(FileNode node) {
        return nodes.ownership(node);
    }

    /// The name of the owner.
    public String owner(FileNode node) {
        return accounts.userName(node.status().uid());
    }

    /// The name of the group.
    public String group(FileNode node) {
        return accounts.groupName(node.status().gid());
    }

    /// Which bit or entry decided, for a row of the walk: `others have search (x)`, `group app lacks write`.
    public String brief(FileNode node, Decision decision) {
        return who(node, decision.by()) + verb(decision) + Rights.words(rights(decision));
    }

    /// The same in the space of a card: `others x`, `group app -`, with the rights that were asked for and are there.
    public String shortly(FileNode node, Decision decision) {
        int there = decision.want() & ~decision.missing();
        String letters = decision.by() instanceof Clause.Entry ? "" : " " + (there == 0 ? "–" : Rights.letters(there));
        return who(node, decision.by()) + letters;
    }

    /// Why a node refuses, as the end of a sentence: `dev is neither root nor in group app, and others lack search
    /// (x)`.
    public String refusal(FileNode node, Identity who, Decision decision) {
        String missing = Rights.words(decision.missing());
        return switch (decision.by()) {
            case Clause.Owner _ -> who.name() + " owns it, and the owner lacks " + missing + ownerNote(node, decision);
            case Clause.FileGroup _ -> who.name() + " is in group " + group(node) + ", and the group lacks " + missing;
            case Clause.Others _ -> stranger(node, who) + ", and others lack " + missing;
            case Clause.Entry entry -> entryRefusal(entry, decision, missing);
            case Clause.Bypass bypass -> bypass.capability() + " lets it pass";
        };
    }

    /// The one class that lacks the right, without the relation: `others lack write`, `the owner lacks write`.
    public String lack(FileNode node, Decision decision) {
        String missing = Rights.words(decision.missing());
        return switch (decision.by()) {
            case Clause.Owner _ -> "the owner lacks " + missing + ownerNote(node, decision);
            case Clause.FileGroup _ -> "group " + group(node) + " lacks " + missing;
            case Clause.Others _ -> "others lack " + missing;
            case Clause.Entry entry -> entryRefusal(entry, decision, missing);
            case Clause.Bypass bypass -> bypass.capability() + " lets it pass";
        };
    }

    private String stranger(FileNode node, Identity who) {
        String neither = who.name() + " is neither " + owner(node) + " nor in group " + group(node);
        return node.acl() == null ? neither : neither + ", no entry of the access control list names it";
    }

    /// The owner's own bits count alone, which surprises where others have more.
    private static String ownerNote(FileNode node, Decision decision) {
        int mode = node.status().permissions();
        boolean othersHaveIt = (decision.missing() & ~mode) == 0;
        return othersHaveIt ? " (that others have it does not help the owner)" : "";
    }

    private String entryRefusal(Clause.Entry clause, Decision decision, String missing) {
        AclEntry entry = clause.entry();
        AclEntry mask = clause.mask();
        String text = nodes.entry(entry);
        return clause.isMasked(decision.want()) && mask != null
                ? "the mask " + mask.text("") + " takes " + missing + " from the entry " + text
                : "the entry " + text + " of the access control list lacks " + missing;
    }

    private String who(FileNode node, Clause by) {
        return switch (by) {
            case Clause.Owner _ -> "owner " + owner(node);
            case Clause.FileGroup _ -> "group " + group(node);
            case Clause.Others _ -> "others";
            case Clause.Entry(AclEntry entry, AclEntry _) -> nodes.entry(entry);
            case Clause.Bypass bypass -> bypass.capability().toString();
        };
    }

    private static String verb(Decision decision) {
        boolean plural = decision.by() instanceof Clause.Others;
        if (decision.granted()) {
            return decision.bypassed() ? " gives " : plural ? " have " : " has ";
        }
        return plural ? " lack " : " lacks ";
    }

    private static int rights(Decision decision) {
        return decision.granted() ? decision.want() : decision.missing();
    }

    /// Whether the file's group has a right that others lack: joining the group would help.
    public static boolean groupWouldHelp(FileNode node, Decision decision) {
        int groupBits = node.status().permissions() >> GROUP_SHIFT;
        return decision.by() instanceof Clause.Others && (decision.missing() & ~groupBits) == 0;
    }

    /// The mode as four octal digits.
    public static String octal(FileNode node) {
        return ModeText.octal(node.status().mode());
    }
}
