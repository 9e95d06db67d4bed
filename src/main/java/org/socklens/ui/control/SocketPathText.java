package org.socklens.ui.control;

import java.util.Optional;
import org.socklens.access.path.PathCheck;
import org.socklens.posix.PathEncoding;

/// What can be said of a typed socket path without looking at the file system.
public final class SocketPathText {
    private SocketPathText() {}

    /// The problem that keeps the path from being an address, or empty.
    public static Optional<String> problem(String path) {
        return PathCheck.problem(PathEncoding.bytes(path));
    }

    /// What a relative path or a shell's notation really means; empty for an absolute path.
    ///
    /// @param workingDirectory where relative paths start
    public static String hint(String path, String workingDirectory) {
        if (path.isEmpty() || path.startsWith("/")) {
            return "";
        }
        String plain = path;
        while (plain.startsWith("./")) {
            plain = plain.substring(2);
        }
        String absolute = workingDirectory.endsWith("/") ? workingDirectory + plain : workingDirectory + "/" + plain;
        String resolved = "resolves to " + absolute;
        if (path.startsWith("@")) {
            return resolved + " ('@' is only a notation for abstract names: here it is a file name)";
        }
        return path.startsWith("~") ? resolved + " ('~' means home to a shell only)" : resolved;
    }
}
