package org.socklens.access.path;

import org.jspecify.annotations.Nullable;
import org.socklens.posix.FileStatus;

/// Everything about one node that decides who may do what with it, read from one descriptor of it.
///
/// @param immutable nobody may change, remove or write to it
/// @param appendOnly nothing in it may be removed, nor it itself
/// @param acl null when mode bits alone decide
/// @param label its SELinux label; null when there is none or it cannot be read
/// @param target what it says as a symbolic link; null for anything else
public record FileNode(
        FileStatus status,
        boolean immutable,
        boolean appendOnly,
        Mount mount,
        @Nullable Acl acl,
        @Nullable String label,
        @Nullable PathBytes target) {
    /// The same node as it would be with another owner, group and mode bits. The group bits of the mode are the mask of
    /// an access control list, which is changed with them.
    public FileNode with(int uid, int gid, int permissions) {
        FileStatus changed = new FileStatus(
                status.device(),
                status.inode(),
                (status.mode() & ~07777) | permissions,
                status.links(),
                uid,
                gid,
                status.size(),
                status.changed(),
                status.mount());
        Acl masked = acl == null ? null : acl.withMode(permissions);
        return new FileNode(changed, immutable, appendOnly, mount, masked, label, target);
    }
}
