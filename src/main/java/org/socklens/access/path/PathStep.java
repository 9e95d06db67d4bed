package org.socklens.access.path;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.socklens.posix.Errno;
import org.socklens.posix.FileStatus;

/// One component of a walk.
///
/// @param name the component as it was typed or as a symbolic link says it
/// @param path the absolute path so far, free of symbolic links except where the name itself is one
/// @param node what the name leads to; null when that could not be reached
/// @param error why the walk ends here; null when it goes on or has arrived
public record PathStep(PathBytes name, PathBytes path, Role role, @Nullable FileNode node, @Nullable Errno error) {
    /// What a component is to the walk.
    public enum Role {
        /// Where the walk, or an absolute symbolic link, starts: the root or the working directory.
        START,
        /// A directory on the way.
        DIRECTORY,
        /// A symbolic link on the way, which every call follows.
        LINK,
        /// A symbolic link as the last component: connect follows it, bind and unlink do not.
        END_LINK,
        /// A link of the proc file system, which the kernel follows to a node rather than to a name.
        PROC_LINK,
        /// The last component.
        END
    }

    /// The node, where it is known to be there.
    public FileNode reached() {
        return Objects.requireNonNull(node, "this step was not reached");
    }

    /// Whether it is a symbolic link of any kind.
    public boolean isLink() {
        return role == Role.LINK || role == Role.END_LINK || role == Role.PROC_LINK;
    }

    /// Whether another look saw the same here: the same node with the same owner, group, bits, list and target. Times
    /// and sizes, which change with every file made in a directory, do not count.
    public boolean looksLike(PathStep other) {
        boolean sameName = name.equals(other.name) && path.equals(other.path) && role == other.role;
        return sameName && Objects.equals(error, other.error) && sameNode(node, other.node);
    }

    private static boolean sameNode(@Nullable FileNode one, @Nullable FileNode two) {
        if (one == null || two == null) {
            return one == null && two == null;
        }
        FileStatus left = one.status();
        FileStatus right = two.status();
        boolean sameRights = left.mode() == right.mode() && left.uid() == right.uid() && left.gid() == right.gid();
        return left.sameFile(right)
                && sameRights
                && one.immutable() == two.immutable()
                && one.appendOnly() == two.appendOnly()
                && one.mount().equals(two.mount())
                && Objects.equals(one.acl(), two.acl())
                && Objects.equals(one.target(), two.target());
    }
}
