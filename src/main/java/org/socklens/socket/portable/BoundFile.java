package org.socklens.socket.portable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The socket file that a bind made.
final class BoundFile {
    /// What tells one file from another under the same name: the inode where there is one, and the time it was made.
    private record Identity(@Nullable Object key, FileTime made, boolean special) {}

    private final Path path;
    private final Optional<Identity> made;

    private BoundFile(Path path) {
        this.path = path;
        made = look(path);
    }

    /// Looks at the file that was just made. Where it cannot be seen it counts as gone, and nothing is ever removed.
    static BoundFile of(Path path) {
        return new BoundFile(path.toAbsolutePath());
    }

    /// Removes the file if it still is the one that was made.
    void release() {
        if (made.isPresent() && made.equals(look(path))) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException _) {
                // The directory became read-only: then the file stays, as after any program's end.
            }
        }
    }

    private static Optional<Identity> look(Path path) {
        try {
            var seen = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return Optional.of(new Identity(seen.fileKey(), seen.creationTime(), seen.isOther()));
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
