package org.socklens.access.path;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socklens.access.TestFiles;
import org.socklens.access.TestSockets;
import org.socklens.posix.CallTrace;
import org.socklens.posix.Caller;
import org.socklens.posix.Errno;
import org.socklens.posix.FileStatus;

class PathWalkerTest {
    @TempDir
    Path temporary = Path.of("");

    private Path dir = temporary;
    private final PathWalker walker = new PathWalker(TestSockets.caller());

    @BeforeEach
    void knowTheRealDirectory() throws IOException {
        dir = temporary.toRealPath();
    }

    private PathWalk walk(String path) {
        return walker.walk(path.getBytes(UTF_8));
    }

    private static List<String> names(PathWalk walk) {
        return walk.steps().stream().map(step -> step.name().text()).toList();
    }

    private static List<PathStep.Role> roles(PathWalk walk) {
        return walk.steps().stream().map(PathStep::role).toList();
    }

    @Test
    void eachComponentIsAStepFromTheRootToTheFile() throws IOException {
        Files.createFile(dir.resolve("s"));
        PathWalk walk = walk(dir + "/s");
        assertThat(names(walk)).hasSize(dir.getNameCount() + 2).startsWith("/");
        assertThat(names(walk)).endsWith(dir.getFileName().toString(), "s");
        assertThat(walk.error()).isNull();
        assertThat(walk.last().path().text()).isEqualTo(dir + "/s");
        assertThat(Objects.requireNonNull(walk.end()).status().isRegular()).isTrue();
        assertThat(walk.named()).isEqualTo(walk.last());
    }

    @Test
    void aRelativePathStartsAtTheWorkingDirectory() {
        PathWalk walk = walk("./pom.xml");
        String here = System.getProperty("user.dir");
        assertThat(walk.isRelative()).isTrue();
        assertThat(walk.workingDirectory().text()).isEqualTo(here);
        assertThat(walk.absolute().text()).isEqualTo(here + "/pom.xml");
        assertThat(roles(walk)).containsExactly(PathStep.Role.START, PathStep.Role.END);
    }

    @Test
    void dotsAndDoubleSlashesLeadWhereTheKernelGoes() throws IOException {
        Files.createDirectories(dir.resolve("a/b"));
        Files.createFile(dir.resolve("s"));
        PathWalk walk = walk(dir + "//a/./b/..//../s");
        assertThat(walk.last().path().text()).isEqualTo(dir + "/s");
        assertThat(names(walk)).endsWith("a", "b", "..", "..", "s");
        assertThat(walk.absolute().text()).isEqualTo(dir + "/a/b/../../s");
    }

    @Test
    void dotsAfterALinkGoUpFromItsTarget() throws IOException {
        Files.createDirectories(dir.resolve("far/inner"));
        Files.createFile(dir.resolve("far/s"));
        Files.createSymbolicLink(dir.resolve("link"), Path.of("far/inner"));
        PathWalk walk = walk(dir + "/link/../s");
        assertThat(walk.last().path().text()).isEqualTo(dir + "/far/s");
        assertThat(walk.error()).isNull();
    }

    @Test
    void aChainOfLinksIsShownLinkByLink() throws IOException {
        Files.createFile(dir.resolve("s"));
        Files.createSymbolicLink(dir.resolve("two"), Path.of("s"));
        Files.createSymbolicLink(dir.resolve("one"), dir.resolve("two"));
        PathWalk walk = walk(dir + "/one");
        assertThat(walk.links()).extracting(link -> link.name().text()).containsExactly("one", "two");
        assertThat(walk.links())
                .extracting(link -> Objects.requireNonNull(link.reached().target()).text())
                .containsExactly(dir + "/two", "s");
        assertThat(Objects.requireNonNull(walk.named()).name().text()).isEqualTo("one");
        assertThat(walk.last().path().text()).isEqualTo(dir + "/s");
    }

    @Test
    void fortyLinksAreFollowedAndOneMoreIsALoop() throws IOException {
        Files.createFile(dir.resolve("l0"));
        for (int i = 1; i <= 41; i++) {
            Files.createSymbolicLink(dir.resolve("l" + i), Path.of("l" + (i - 1)));
        }
        assertThat(walk(dir + "/l40").error()).isNull();
        assertThat(walk(dir + "/l41").error()).isEqualTo(Errno.ELOOP);
    }

    @Test
    void aLinkToItselfIsALoop() throws IOException {
        Files.createSymbolicLink(dir.resolve("l"), Path.of("l"));
        assertThat(walk(dir + "/l").error()).isEqualTo(Errno.ELOOP);
        assertThat(walk(dir + "/l/below").error()).isEqualTo(Errno.ELOOP);
    }

    @Test
    void theFirstMissingComponentStopsTheWalk() {
        PathWalk walk = walk(dir + "/a/b/s");
        assertThat(walk.error()).isEqualTo(Errno.ENOENT);
        assertThat(walk.last().path().text()).isEqualTo(dir + "/a");
        assertThat(walk.nearestDirectory().path().text()).isEqualTo(dir.toString());
        assertThat(walk.named()).isNull();
    }

    @Test
    void aFileOnTheWayIsNoDirectory() throws IOException {
        Files.createFile(dir.resolve("f"));
        PathWalk walk = walk(dir + "/f/s");
        assertThat(walk.error()).isEqualTo(Errno.ENOTDIR);
        assertThat(walk.last().name().text()).isEqualTo("f");
        assertThat(walk(dir + "/f/").error()).isEqualTo(Errno.ENOTDIR);
    }

    @Test
    void aNameOf256BytesIsTooLong() {
        assertThat(walk(dir + "/" + "n".repeat(256)).error()).isEqualTo(Errno.ENAMETOOLONG);
    }

    @Test
    void aPathOf4096BytesIsTooLongAndOneOf4095IsWalked() {
        String long4095 = dir + "/".repeat(4095 - dir.toString().length());
        assertThat(walk(long4095).error()).isNull();
        assertThat(walk(long4095 + "/").error()).isEqualTo(Errno.ENAMETOOLONG);
    }

    @Test
    void nothingTypedAndANulInsideAreRefusedAsTheKernelWould() {
        assertThat(walk("").error()).isEqualTo(Errno.ENOENT);
        assertThat(walk("/tmp/a\0b").error()).isEqualTo(Errno.EINVAL);
    }

    @Test
    void namesOfSpacesNewlinesAndBytesThatAreNoTextAreWalked() throws IOException {
        Files.createFile(dir.resolve("a b\nc"));
        PathWalk walk = walk(dir + "/a b\nc");
        assertThat(walk.error()).isNull();
        assertThat(walk.last().name().text()).isEqualTo("\"a b\\nc\"");
        PathWalk bytes = walker.walk((dir + "/\u00ff\u00fe").getBytes(ISO_8859_1));
        assertThat(bytes.error()).isEqualTo(Errno.ENOENT);
        assertThat(bytes.last().name().text()).isEqualTo("\"\\xff\\xfe\"");
    }

    @Test
    void theRootAloneIsItsOwnEnd() {
        PathWalk walk = walk("/");
        assertThat(walk.error()).isNull();
        assertThat(walk.endsInName()).isFalse();
        assertThat(Objects.requireNonNull(walk.end()).status().isDirectory()).isTrue();
    }

    @Test
    void linksOfTheProcFileSystemAreFollowedByTheKernel() throws IOException {
        Files.createFile(dir.resolve("s"));
        long pid = ProcessHandle.current().pid();
        PathWalk walk = walk("/proc/" + pid + "/root" + dir + "/s");
        assertThat(walk.error()).isNull();
        assertThat(roles(walk)).contains(PathStep.Role.PROC_LINK);
        assertThat(walk.last().path().text()).isEqualTo("/proc/" + pid + "/root" + dir + "/s");
    }

    @Test
    void theFileSystemOfEachStepIsKnown() {
        PathWalk walk = walk("/proc/self");
        assertThat(walk.steps()).anySatisfy(step -> assertThat(step.reached().mount().type()).isEqualTo("proc"));
    }

    @Test
    void aListOnAFileIsReadEntryByEntry() throws IOException {
        TestFiles.assumeRoot();
        Path file = Files.createFile(dir.resolve("s"));
        Acl acl = new Acl(List.of(
                new AclEntry(AclEntry.Tag.USER_OBJ, 6, -1),
                new AclEntry(AclEntry.Tag.USER, 2, 33),
                new AclEntry(AclEntry.Tag.GROUP_OBJ, 4, -1),
                new AclEntry(AclEntry.Tag.MASK, 6, -1),
                new AclEntry(AclEntry.Tag.OTHER, 0, -1)));
        TestFiles.acl(file, acl);
        assertThat(Objects.requireNonNull(walk(file.toString()).end()).acl()).isEqualTo(acl);
    }

    @Test
    void aDirectoryOfThousandsOfEntriesIsWalkedWithoutReadingIt() throws IOException {
        for (int i = 0; i < 3000; i++) {
            Files.createFile(dir.resolve("e" + i));
        }
        CallTrace trace = new CallTrace();
        PathWalk walk = new PathWalker(new Caller(trace, "test")).walk((dir + "/e2999").getBytes(UTF_8));
        assertThat(walk.error()).isNull();
        assertThat(trace.end()).isLessThan(10L * walk.steps().size());
    }

    @Test
    void aSwappedDirectoryDoesNotMoveWhatIsHeld() throws IOException {
        Path real = Files.createDirectory(dir.resolve("d"));
        Files.createFile(real.resolve("s"));
        try (HeldPath held = walker.hold((dir + "/d/s").getBytes(UTF_8))) {
            FileStatus seen = Objects.requireNonNull(held.walk().end()).status();
            Files.move(real, dir.resolve("away"));
            Files.createDirectory(real);
            Path other = Files.createFile(real.resolve("s"));
            assertThat(held.isStillNamed()).isTrue();
            assertThat(held.unlink()).isZero();
            assertThat(other).exists();
            assertThat(dir.resolve("away/s")).doesNotExist();
            assertThat(Objects.requireNonNull(held.now()).sameFile(seen)).isTrue();
        }
    }

    @Test
    void noDescriptorStaysOpenAfterWalks() throws IOException {
        Files.createSymbolicLink(dir.resolve("l"), dir.resolve("l2"));
        Files.createSymbolicLink(dir.resolve("l2"), Path.of("gone/x"));
        Files.createFile(dir.resolve("f"));
        walk(dir + "/l");
        long before = openDescriptors();
        for (String path : List.of("/l", "/f", "/f/x", "/missing/x", "/..", "/.", "")) {
            walk(dir + path);
        }
        walk("/proc/self/root" + dir + "/f");
        assertThat(openDescriptors()).isEqualTo(before);
    }

    private static long openDescriptors() throws IOException {
        try (var fds = Files.list(Path.of("/proc/self/fd"))) {
            return fds.count();
        }
    }

    @Test
    void anotherLookThatSawTheSameLooksAlike() throws IOException {
        Path file = Files.createFile(dir.resolve("s"));
        PathWalk before = walk(file.toString());
        Files.createFile(dir.resolve("neighbour"));
        assertThat(walk(file.toString()).looksLike(before)).isTrue();
        TestFiles.mode(file, 0711);
        assertThat(walk(file.toString()).looksLike(before)).isFalse();
    }
}
