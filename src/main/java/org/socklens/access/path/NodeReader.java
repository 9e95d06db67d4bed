package org.socklens.access.path;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.socklens.posix.Errno;
import org.socklens.posix.FileStatus;
import org.socklens.posix.NodeCalls;

/// Reads everything about a node that is held open.
final class NodeReader {
    private static final String SELINUX = "security.selinux";

    private final NodeCalls calls;
    private final MountTable mounts;

    NodeReader(NodeCalls calls, MountTable mounts) {
        this.calls = calls;
        this.mounts = mounts;
    }

    /// The node behind a descriptor, or what refused to tell about it.
    Found read(int fd) {
        int result = calls.statx(fd);
        if (result < 0) {
            return new Found(null, Errno.of(-result));
        }
        FileStatus status = calls.status();
        long attributes = calls.attributes();
        boolean link = status.isLink();
        FileNode node = new FileNode(
                status,
                (attributes & NodeCalls.STATX_ATTR_IMMUTABLE) != 0,
                (attributes & NodeCalls.STATX_ATTR_APPEND) != 0,
                mount(fd, status.mount()),
                link ? null : acl(fd),
                link ? null : label(fd),
                link ? target(fd) : null);
        return new Found(node, null);
    }

    /// Either a node or the errno that stands for it.
    record Found(@Nullable FileNode node, @Nullable Errno error) {}

    private @Nullable PathBytes target(int fd) {
        int length = calls.readLink(fd);
        return length < 0 ? null : PathBytes.of(calls.linkTarget(length));
    }

    private @Nullable Acl acl(int fd) {
        int length = calls.attribute(fd, Acl.ATTRIBUTE);
        return length < 0 ? null : Acl.parse(calls.attributeValue(length));
    }

    private @Nullable String label(int fd) {
        int length = calls.attribute(fd, SELINUX);
        return length <= 0
                ? null
                : new String(calls.attributeValue(length), StandardCharsets.UTF_8).replace("\0", "");
    }

    /// A mount of another mount namespace stands in no table of ours: the file system itself tells less.
    private Mount mount(int fd, long number) {
        Mount listed = mounts.find(number);
        if (listed != null) {
            return listed;
        }
        if (calls.statfs(fd) < 0) {
            return new Mount("unknown", false, false, true);
        }
        long flags = calls.mountFlags();
        return new Mount(
                "type 0x" + Long.toHexString(calls.fileSystemMagic()),
                (flags & NodeCalls.ST_RDONLY) != 0,
                false,
                (flags & NodeCalls.ST_NOSYMFOLLOW) == 0);
    }
}
