package org.socklens.access.verdict;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socklens.access.account.Capability;
import org.socklens.access.account.Identity;
import org.socklens.access.path.Acl;
import org.socklens.access.path.AclEntry;
import org.socklens.access.path.FileNode;

/// The kernel's rule for one node (`generic_permission` and `posix_acl_permission` in its sources, `man 5 acl`).
public final class AccessRule {
    private static final int GROUP_BITS = 070;

    private AccessRule() {}

    /// What `node` says when `who` wants rights of it.
    ///
    /// @param want [Rights#WRITE], [Rights#SEARCH] or both; search is for directories only
    public static Decision decide(FileNode node, Identity who, int want) {
        Decision plain = byBits(node, who, want);
        if (plain.granted()) {
            return plain;
        }
        Capability bypass = bypass(who, want);
        return bypass == null ? plain : new Decision(want, 0, new Clause.Bypass(bypass, plain.by()));
    }

    private static @Nullable Capability bypass(Identity who, int want) {
        if ((want & Rights.WRITE) == 0 && who.may(Capability.CAP_DAC_READ_SEARCH)) {
            return Capability.CAP_DAC_READ_SEARCH;
        }
        return who.may(Capability.CAP_DAC_OVERRIDE) ? Capability.CAP_DAC_OVERRIDE : null;
    }

    private static Decision byBits(FileNode node, Identity who, int want) {
        int mode = node.status().permissions();
        if (who.uid() == node.status().uid()) {
            return new Decision(want, want & ~(mode >> 6), new Clause.Owner());
        }
        // The group bits of the mode are the mask: when they are empty the kernel does not look at the list at all, and
        // a named user is judged as one of the others.
        Acl acl = node.acl();
        if (acl != null && (mode & GROUP_BITS) != 0) {
            return byList(acl, node, who, want);
        }
        return who.inGroup(node.status().gid())
                ? new Decision(want, want & ~(mode >> 3), new Clause.FileGroup())
                : new Decision(want, want & ~mode, new Clause.Others());
    }

    private static Decision byList(Acl acl, FileNode node, Identity who, int want) {
        List<AclEntry> groups = new ArrayList<>();
        AclEntry others = null;
        for (AclEntry entry : acl.entries()) {
            switch (entry.tag()) {
                case USER -> {
                    if (entry.id() == who.uid()) {
                        return byEntry(entry, acl.mask(), want);
                    }
                }
                case GROUP_OBJ -> {
                    if (who.inGroup(node.status().gid())) {
                        groups.add(entry);
                    }
                }
                case GROUP -> {
                    if (who.inGroup(entry.id())) {
                        groups.add(entry);
                    }
                }
                case OTHER -> others = entry;
                case USER_OBJ, MASK -> {}
            }
        }
        if (groups.isEmpty()) {
            int bits = others == null ? 0 : others.permissions();
            return new Decision(want, want & ~bits, new Clause.Others());
        }
        // One entry must grant everything: two groups are not added up.
        AclEntry first = groups.stream().filter(entry -> entry.grants(want)).findFirst().orElse(groups.getFirst());
        return byEntry(first, acl.mask(), want);
    }

    private static Decision byEntry(AclEntry entry, @Nullable AclEntry mask, int want) {
        int bits = entry.permissions() & (mask == null ? 7 : mask.permissions());
        return new Decision(want, want & ~bits, new Clause.Entry(entry, mask));
    }
}
