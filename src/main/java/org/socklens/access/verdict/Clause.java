package org.socklens.access.verdict;

import org.jspecify.annotations.Nullable;
import org.socklens.access.account.Capability;
import org.socklens.access.path.AclEntry;

/// The one bit class, access control entry or capability that decided.
public sealed interface Clause {
    /// The owner's bits: they alone count for the owner, even where others have more.
    record Owner() implements Clause {}

    /// The group's bits, for everyone in the file's group.
    record FileGroup() implements Clause {}

    /// The bits of everybody else.
    record Others() implements Clause {}

    /// An entry of an access control list that names the user or a group of his, cut down by the mask.
    ///
    /// @param mask null when the list has none
    record Entry(AclEntry entry, @Nullable AclEntry mask) implements Clause {
        /// Whether the entry would grant what is wanted and only the mask takes it away.
        public boolean isMasked(int want) {
            return entry.grants(want) && mask != null && !mask.grants(want);
        }
    }

    /// A capability that let pass what `otherwise` would have stopped.
    record Bypass(Capability capability, Clause otherwise) implements Clause {}
}
