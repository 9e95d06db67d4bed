package org.socklens.access.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.socklens.access.account.Accounts;
import org.socklens.access.path.Acl;
import org.socklens.access.path.AclEntry;
import org.socklens.access.path.FileNode;
import org.socklens.access.path.ModeText;

/// Puts into words everything about one node that decides who may do what. Names of accounts may have to be looked up:
/// not for the FX thread.
public final class NodeText {
    private static final int S_ISUID = 04000;
    private static final int S_ISGID = 02000;
    private static final int S_ISVTX = 01000;

    private final Accounts accounts;

    /// Words with the names of these accounts.
    public NodeText(Accounts accounts) {
        this.accounts = accounts;
    }

    /// `drwxrwxrwt (1777) root:root, sticky, on tmpfs, ACL user:app:rw- mask::rw-, label …`.
    public String facts(FileNode node) {
        List<String> facts = new ArrayList<>();
        int mode = node.status().mode();
        facts.add(ModeText.symbolic(mode) + " (" + ModeText.octal(mode) + ") " + ownership(node));
        add(facts, (mode & S_ISUID) != 0, "set-user-ID");
        add(facts, (mode & S_ISGID) != 0, "set-group-ID");
        add(facts, (mode & S_ISVTX) != 0, "sticky");
        add(facts, node.immutable(), "immutable");
        add(facts, node.appendOnly(), "append only");
        facts.add("inode " + node.status().inode() + " on " + node.mount().type());
        add(facts, node.mount().isReadOnly(), "read-only");
        Acl acl = node.acl();
        if (acl != null) {
            facts.add("ACL " + entries(acl));
        }
        facts.add(node.label() == null ? "no security label readable" : "label " + node.label());
        return String.join(", ", facts);
    }

    /// Owner and group as `root:app`.
    public String ownership(FileNode node) {
        return accounts.userName(node.status().uid()) + ":" + accounts.groupName(node.status().gid());
    }

    /// The entries as `getfacl` writes them, in the kernel's order.
    private String entries(Acl acl) {
        return acl.entries().stream().map(this::entry).collect(Collectors.joining(" "));
    }

    /// One entry, with the name of whom it names.
    String entry(AclEntry entry) {
        String name = switch (entry.tag()) {
            case USER -> accounts.userName(entry.id());
            case GROUP -> accounts.groupName(entry.id());
            case USER_OBJ, GROUP_OBJ, MASK, OTHER -> "";
        };
        return entry.text(name);
    }

    private static void add(List<String> facts, boolean is, String fact) {
        if (is) {
            facts.add(fact);
        }
    }
}
