package org.socklens.ui.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// A directory with mode 0700 for socket files: `$XDG_RUNTIME_DIR/socklens`, else a fresh one in the temporary
/// directory, where a name that others can guess would be theirs to take.
final class PrivateDirectory implements AutoCloseable {
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path path;

    PrivateDirectory(Path path) {
        this.path = path;
    }

    /// Makes the directory, or takes the one that an earlier run made.
    ///
    /// @param runtimeDirectory the value of `XDG_RUNTIME_DIR`; empty when there is none
    static PrivateDirectory open(String runtimeDirectory) {
        try {
            return new PrivateDirectory(
                    runtimeDirectory.isEmpty() || !Files.isWritable(Path.of(runtimeDirectory))
                            ? Files.createTempDirectory("socklens-", OWNER_ONLY)
                            : made(Path.of(runtimeDirectory, "socklens")));
        } catch (IOException refused) {
            throw new UncheckedIOException("no directory for socket files can be made", refused);
        }
    }

    private static Path made(Path wanted) throws IOException {
        try {
            return Files.createDirectory(wanted, OWNER_ONLY);
        } catch (FileAlreadyExistsException _) {
            boolean ours = Files.isDirectory(wanted, LinkOption.NOFOLLOW_LINKS)
                    && Files.getPosixFilePermissions(wanted).equals(PosixFilePermissions.fromString("rwx------"));
            return ours ? wanted : Files.createTempDirectory("socklens-", OWNER_ONLY);
        }
    }

    /// A name in this directory.
    String file(String name) {
        return path.resolve(name).toString();
    }

    /// Removes the directory unless something is in it: another window's socket, or a file that somebody put there.
    @Override
    public void close() throws IOException {
        try {
            Files.delete(path);
        } catch (DirectoryNotEmptyException | NoSuchFileException _) {
            // Both are fine: it stays, or it is gone already.
        }
    }
}
