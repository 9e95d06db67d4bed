package org.socklens.access.path;

/// The mounted file system that a node lies on (`man 5 proc_pid_mountinfo`).
///
/// @param type such as `ext4`, `tmpfs`, `fuse.sshfs`
/// @param readOnlyMount this mount refuses changes
/// @param readOnlyFileSystem the file system behind it refuses changes, through whatever mount
/// @param followsLinks false when mounted with `nosymfollow`
public record Mount(String type, boolean readOnlyMount, boolean readOnlyFileSystem, boolean followsLinks) {
    /// Whether names can be neither made nor removed through this mount.
    public boolean isReadOnly() {
        return readOnlyMount || readOnlyFileSystem;
    }
}
