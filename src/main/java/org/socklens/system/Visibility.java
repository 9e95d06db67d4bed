package org.socklens.system;

import org.jspecify.annotations.Nullable;
import org.socklens.posix.Errno;

/// How much of the machine one look could see: what it did not see is unknown, not absent.
///
/// @param closedProcesses how many processes did not let this one see their descriptors (EACCES)
/// @param hiddenProcesses whether the proc file system hides other users' processes altogether (`hidepid`)
/// @param refused why the kernel's diagnosis was refused, so that only `/proc/net/unix` was read; null when it was not
public record Visibility(int closedProcesses, boolean hiddenProcesses, @Nullable Errno refused) {
    /// Everything.
    public static final Visibility FULL = new Visibility(0, false, null);

    /// Whether every holder was found.
    public boolean seesAllHolders() {
        return closedProcesses == 0 && !hiddenProcesses;
    }

    /// What could not be seen and which right would show it, in sentences; empty when everything was seen.
    public String words() {
        StringBuilder words = new StringBuilder();
        if (closedProcesses > 0) {
            words.append(closedProcesses == 1 ? "1 process of another user does" : closedProcesses + " processes of other users do")
                    .append(" not let this one see their descriptors (EACCES): who holds a socket may be unknown."
                            + " CAP_SYS_PTRACE, which root has, would show it.");
        } else if (hiddenProcesses) {
            words.append("The proc file system hides other users' processes (hidepid): who holds a socket may be"
                    + " unknown. Root, or the group named by its gid option, would see it.");
        }
        if (refused != null) {
            words.append(words.isEmpty() ? "" : " ")
                    .append("The kernel's socket diagnosis is refused (")
                    .append(refused)
                    .append("), so this list is from /proc/net/unix: peers, queues and users are unknown."
                            + " A process that may open AF_NETLINK sockets, with unix_diag in its kernel, would see them.");
        }
        return words.toString();
    }
}
