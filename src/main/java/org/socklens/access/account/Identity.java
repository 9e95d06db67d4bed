package org.socklens.access.account;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.socklens.posix.ProcessCalls;

/// Whoever asks the kernel for something: the ids that it checks.
///
/// @param name how messages call it: an account's name, or `uid 1234`
/// @param uid the effective user id
/// @param gid the effective group id
/// @param groups the supplementary groups; whether they contain `gid` makes no difference
/// @param capabilities what it may bypass
public record Identity(String name, int uid, int gid, Set<Integer> groups, Set<Capability> capabilities) {
    private static final Set<Capability> EVERYTHING = Set.of(Capability.values());

    /// Copies the sets, so that an identity never changes.
    public Identity {
        groups = Set.copyOf(groups);
        capabilities = Set.copyOf(capabilities);
    }

    /// An identity as a login makes it: root may bypass every check, anybody else none.
    public static Identity of(String name, int uid, int gid, Collection<Integer> groups) {
        return new Identity(name, uid, gid, new TreeSet<>(groups), uid == 0 ? EVERYTHING : Set.of());
    }

    /// This process as it is now. Looks its name up, which may block.
    public static Identity ofThisProcess(Accounts accounts) {
        int uid = ProcessCalls.effectiveUid();
        return new Identity(
                accounts.userName(uid),
                uid,
                ProcessCalls.effectiveGid(),
                new TreeSet<>(ProcessCalls.groups()),
                Capability.of(ProcessCalls.effectiveCapabilities()));
    }

    /// Whether this process is the superuser. Looks nothing up.
    public static boolean isThisProcessRoot() {
        return ProcessCalls.effectiveUid() == 0;
    }

    /// Whether it is in a group, as its own or as a supplementary one.
    public boolean inGroup(int group) {
        return group == gid || groups.contains(group);
    }

    /// Whether it holds a capability.
    public boolean may(Capability capability) {
        return capabilities.contains(capability);
    }

    /// Its capabilities as the kernel writes them: bit N for capability number N.
    public long capabilityBits() {
        return capabilities.stream()
                .mapToLong(capability -> 1L << capability.number())
                .sum();
    }

    /// Whether it is the superuser by its number.
    public boolean isRoot() {
        return uid == 0;
    }
}
