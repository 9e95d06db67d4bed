package org.socklens.access.attempt;

import org.jspecify.annotations.Nullable;
import org.socklens.access.account.Identity;
import org.socklens.posix.Errno;

/// A connect that was really made.
///
/// @param errno what the kernel refused it with; null when it was let through
public record Attempt(Identity who, @Nullable Errno errno) {
    /// Whether the rights were enough: the kernel checks them before it looks who listens.
    public boolean passedTheRights() {
        return !Errno.EACCES.equals(errno) && !Errno.EPERM.equals(errno);
    }

    /// As messages write it: `connect = 0` or `connect: EACCES (13, Permission denied)`.
    public String result() {
        return errno == null ? "connect = 0" : "connect: " + errno;
    }
}
