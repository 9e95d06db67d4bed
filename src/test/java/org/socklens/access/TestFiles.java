package org.socklens.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.socklens.access.path.Acl;
import org.socklens.posix.ProcessCalls;
import org.socklens.posix.TestAttributes;

/// Owners, modes and lists for tests.
public final class TestFiles {
    private TestFiles() {}

    /// Skips the test for anybody but root.
    public static void assumeRoot() {
        assumeTrue(ProcessCalls.effectiveUid() == 0, "only root can give files away");
    }

    /// Gives a file to an owner and group with a mode, set-id and sticky bits included. Root only.
    public static Path give(Path path, int uid, int gid, int mode) throws IOException {
        Files.setAttribute(path, "unix:uid", uid);
        Files.setAttribute(path, "unix:gid", gid);
        return mode(path, mode);
    }

    public static Path mode(Path path, int mode) throws IOException {
        return Files.setAttribute(path, "unix:mode", mode);
    }

    public static int modeOf(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS) & 07777;
    }

    public static void acl(Path path, Acl acl) {
        assertThat(TestAttributes.set(path, Acl.ATTRIBUTE, acl.toAttribute())).isZero();
    }
}
