package org.socklens.access.change;

import org.socklens.posix.FileStatus;

/// Owner, group and mode bits as a person wants them.
///
/// @param permissions the twelve bits: set-id, sticky and the nine of owner, group and others
public record Ownership(int uid, int gid, int permissions) {
    /// Those that a file has.
    public static Ownership of(FileStatus status) {
        return new Ownership(status.uid(), status.gid(), status.permissions());
    }

    /// The same with another mode.
    public Ownership withPermissions(int changed) {
        return new Ownership(uid, gid, changed);
    }

    /// The same with another owner and group.
    public Ownership withOwner(int changedUid, int changedGid) {
        return new Ownership(changedUid, changedGid, permissions);
    }

    /// Whether owner and group are the same.
    boolean sameOwner(Ownership other) {
        return uid == other.uid && gid == other.gid;
    }
}
