package org.socklens.socket.linux;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.socklens.posix.FileCalls;
import org.socklens.posix.FileStatus;
import org.socklens.posix.NodeCalls;

/// The socket file that a listener made, held by its directory, so that a directory put in its place is not mistaken
/// for it. While the listener is open the kernel keeps the inode, so its number cannot pass to another file.
final class BoundName {
    private static final byte[] HERE = ".".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ROOT = "/".getBytes(StandardCharsets.US_ASCII);

    private final FileCalls files;
    private final int directory;
    private final byte[] name;
    private final FileStatus made;

    private BoundName(FileCalls files, int directory, byte[] name, FileStatus made) {
        this.files = files;
        this.directory = directory;
        this.name = name;
        this.made = made;
    }

    /// Looks at the file that a bind has just made. Without it (removed meanwhile, or its directory cannot be opened)
    /// the name counts as gone, and nothing is ever removed.
    static BoundName of(FileCalls files, byte[] path) {
        int slash = path.length - 1;
        while (slash >= 0 && path[slash] != '/') {
            slash--;
        }
        byte[] parent = slash < 0 ? HERE : slash == 0 ? ROOT : Arrays.copyOf(path, slash);
        byte[] name = Arrays.copyOfRange(path, slash + 1, path.length);
        int directory = files.openDirectory(FileCalls.AT_FDCWD, parent);
        FileStatus made = FileStatus.NONE;
        if (directory >= 0 && files.statx(directory, name) == 0 && files.status().isSocket()) {
            made = files.status();
        }
        return new BoundName(files, directory, name, made);
    }

    /// Whether the name still leads to the file that was made.
    private boolean isOurs() {
        return !made.equals(FileStatus.NONE)
                && files.statx(directory, name) == 0
                && files.status().sameFile(made);
    }

    /// Gives the file the bits that it lacks of `asked`: 0, or minus the errno of `chmod`. A file that was put in its
    /// place, or that has other bits already, is left alone.
    int grant(NodeCalls nodes, int asked) {
        boolean complete = made.permissions() == asked;
        boolean changed = (made.permissions() & ~asked) != 0;
        if (made.equals(FileStatus.NONE) || complete || changed) {
            return 0;
        }
        int node = nodes.open(directory, name);
        if (node < 0) {
            return 0;
        }
        boolean ours = nodes.statx(node) == 0 && nodes.status().sameFile(made);
        int result = ours ? nodes.chmod(node, asked) : 0;
        files.close(node);
        return result;
    }

    /// Removes the file if it still is the one that was made, and lets the directory go.
    void release() {
        if (isOurs()) {
            files.unlink(directory, name);
        }
        if (directory >= 0) {
            files.close(directory);
        }
    }
}
