package org.socklens.access.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socklens.access.TestFiles;
import org.socklens.access.TestSockets;
import org.socklens.access.account.Accounts;
import org.socklens.access.path.PathWalker;
import org.socklens.posix.FileStatus;
import org.socklens.posix.IdentityCalls;

class FileChangerTest {
    private static final int DEV = 51001;
    private static final int APP = 52001;

    @TempDir
    Path temporary = Path.of("");

    private Path dir = temporary;
    private Path path = temporary;
    private final FileChanger changer = new FileChanger(TestSockets.caller(), new Accounts());

    @BeforeEach
    void makeASocketFile() throws IOException {
        TestFiles.assumeRoot();
        dir = temporary.toRealPath();
        TestFiles.mode(dir, 0755);
        path = dir.resolve("s");
        try (TestSockets sockets = new TestSockets()) {
            sockets.stale(path);
        }
        TestFiles.give(path, DEV, DEV, 0755);
    }

    private static FileStatus status(Path path) {
        PathWalker walker = new PathWalker(TestSockets.caller());
        return Objects.requireNonNull(walker.walk(TestSockets.bytes(path)).end()).status();
    }

    private ChangeResult apply(Path where, FileStatus seen, Ownership wanted) {
        return changer.apply(TestSockets.bytes(where), seen, wanted);
    }

    /// The same by somebody else. What it calls has run as root before, so that every class is there.
    private ChangeResult applyAs(int uid, int gid, FileStatus seen, Ownership wanted) {
        warmUp();
        AtomicReference<@Nullable ChangeResult> result = new AtomicReference<>();
        IdentityCalls.runAs(uid, gid, List.of(), 0, () -> {
            result.set(apply(path, seen, wanted));
            return 0;
        });
        return Objects.requireNonNull(result.get());
    }

    private void warmUp() {
        Path file = dir.resolve("warm");
        try {
            Files.createFile(file);
            FileStatus seen = status(file);
            apply(file, seen, Ownership.of(seen).withOwner(1, 1).withPermissions(0111));
            // Every sentence once.
            Path frozen = Path.of("/proc/self/status");
            FileStatus fixed = status(frozen);
            apply(frozen, fixed, Ownership.of(fixed).withOwner(1, 1));
            apply(frozen, fixed, Ownership.of(fixed).withPermissions(0));
            Files.delete(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void modeOwnerAndGroupAreChangedAndSeenByStat() throws IOException {
        FileStatus seen = status(path);
        assertThat(apply(path, seen, new Ownership(0, APP, 0660)))
                .isEqualTo(new ChangeResult.Changed(new Ownership(0, APP, 0660), ""));
        assertThat(TestFiles.modeOf(path)).isEqualTo(0660);
        assertThat(Files.getAttribute(path, "unix:uid")).isEqualTo(0);
        assertThat(Files.getAttribute(path, "unix:gid")).isEqualTo(APP);
    }

    @Test
    void setIdAndStickyBitsAreSetThroughAChangeOfOwner() throws IOException {
        apply(path, status(path), new Ownership(0, APP, 07755));
        assertThat(TestFiles.modeOf(path)).isEqualTo(07755);
    }

    @Test
    void onlyTheOwnerMayChangeTheMode() throws IOException {
        FileStatus seen = status(path);
        assertThat(applyAs(51002, 51002, seen, Ownership.of(seen).withPermissions(0777)))
                .isEqualTo(new ChangeResult.Unchanged("chmod: EPERM (1, Operation not permitted). " + path
                        + " belongs to 51001: only its owner or root may change its mode, and this process is 51002."));
        assertThat(TestFiles.modeOf(path)).isEqualTo(0755);
        assertThat(applyAs(DEV, DEV, seen, Ownership.of(seen).withPermissions(0777)))
                .isInstanceOf(ChangeResult.Changed.class);
        assertThat(TestFiles.modeOf(path)).isEqualTo(0777);
    }

    @Test
    void onlyRootMayGiveAFileAway() throws IOException {
        FileStatus seen = status(path);
        assertThat(applyAs(DEV, DEV, seen, new Ownership(0, DEV, 0600)))
                .isEqualTo(new ChangeResult.Unchanged("chown: EPERM (1, Operation not permitted). Only root may"
                        + " give a file away, and this process is 51001; " + path + " stays with 51001."));
        assertThat(TestFiles.modeOf(path)).as("the mode comes back").isEqualTo(0755);
    }

    @Test
    void anOwnerGivesAFileOnlyToAGroupOfHisOwn() {
        FileStatus seen = status(path);
        assertThat(applyAs(DEV, DEV, seen, new Ownership(DEV, APP, 0755)))
                .isEqualTo(new ChangeResult.Unchanged("chown: EPERM (1, Operation not permitted). " + path
                        + " belongs to 51001: only its owner may change its group, and only to a group of his own; this"
                        + " process is 51001, not in group 52001."));
        assertThat(applyAs(DEV, APP, seen, new Ownership(DEV, APP, 0755))).isInstanceOf(ChangeResult.Changed.class);
    }

    @Test
    void aSetGroupIdBitThatTheKernelDropsIsTold() {
        FileStatus seen = status(path);
        apply(path, seen, new Ownership(DEV, APP, 0755));
        assertThat(applyAs(DEV, DEV, seen, new Ownership(DEV, APP, 02755)))
                .isEqualTo(new ChangeResult.Changed(new Ownership(DEV, APP, 0755),
                        "The kernel made it 0755 instead of 2755: only root or a member of the group keeps the"
                                + " set-group-id bit."));
    }

    @Test
    void aFileThatWasReplacedMeanwhileIsLeftAlone() throws IOException {
        FileStatus seen = status(path);
        Files.move(path, dir.resolve("kept"));
        Path other = Files.createFile(path);
        TestFiles.mode(other, 0644);
        assertThat(apply(path, seen, Ownership.of(seen).withPermissions(0777)))
                .isEqualTo(new ChangeResult.Unchanged("Nothing was changed: " + path
                        + " is not the file any more that was looked at. Look again."));
        assertThat(TestFiles.modeOf(other)).isEqualTo(0644);
        assertThat(TestFiles.modeOf(dir.resolve("kept"))).isEqualTo(0755);
    }

    @Test
    void aLinkThatWasSwappedInMeanwhileIsNotFollowed() throws IOException {
        FileStatus seen = status(path);
        Path secret = TestFiles.mode(Files.createFile(dir.resolve("secret")), 0600);
        Files.move(path, dir.resolve("kept"));
        Files.createSymbolicLink(path, secret);
        assertThat(apply(path, seen, new Ownership(DEV, DEV, 0777))).isInstanceOf(ChangeResult.Unchanged.class);
        assertThat(TestFiles.modeOf(secret)).isEqualTo(0600);
        assertThat(Files.getAttribute(secret, "unix:uid")).isEqualTo(0);
    }

    @Test
    void aDirectoryThatWasSwappedMeanwhileChangesNothing() throws IOException {
        Path inner = Files.createDirectory(dir.resolve("d"));
        Path file = TestFiles.mode(Files.createFile(inner.resolve("f")), 0600);
        FileStatus seen = status(file);
        Files.move(inner, dir.resolve("away"));
        Files.createDirectory(inner);
        TestFiles.mode(Files.createFile(file), 0640);
        assertThat(apply(file, seen, Ownership.of(seen).withPermissions(0777)))
                .isInstanceOf(ChangeResult.Unchanged.class);
        assertThat(TestFiles.modeOf(file)).isEqualTo(0640);
        assertThat(TestFiles.modeOf(dir.resolve("away/f"))).isEqualTo(0600);
    }

    @Test
    void aRemovedFileIsSaidToBeAnotherOne() throws IOException {
        FileStatus seen = status(path);
        Files.delete(path);
        assertThat(apply(path, seen, Ownership.of(seen))).isInstanceOf(ChangeResult.Unchanged.class);
    }

    @Test
    void aPathThroughALinkChangesWhatStandsAtItsEnd() throws IOException {
        Path link = Files.createSymbolicLink(dir.resolve("l"), path);
        FileStatus seen = status(link);
        assertThat(apply(link, seen, Ownership.of(seen).withPermissions(0711)))
                .isInstanceOf(ChangeResult.Changed.class);
        assertThat(TestFiles.modeOf(path)).isEqualTo(0711);
    }

    @Test
    void pkexecGetsTheHeldNodeAndItsAnswerIsTold() throws IOException {
        Path pkexec = dir.resolve("pkexec");
        Files.writeString(pkexec, "#!/bin/sh\nexec \"$@\"\n");
        TestFiles.mode(pkexec, 0755);
        Elevation elevation = new Elevation(TestSockets.caller(), pkexec);
        FileStatus seen = status(path);
        assertThat(elevation.apply(TestSockets.bytes(path), seen, new Ownership(0, APP, 0660)))
                .isEqualTo(new ChangeResult.Changed(new Ownership(0, APP, 0660), ""));
        assertThat(TestFiles.modeOf(path)).isEqualTo(0660);
        Files.writeString(pkexec, "#!/bin/sh\nexit 126\n");
        assertThat(elevation.apply(TestSockets.bytes(path), seen, new Ownership(0, APP, 0600)))
                .isEqualTo(new ChangeResult.Unchanged("pkexec: the password was not given; nothing was changed."));
    }
}
