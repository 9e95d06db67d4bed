package org.socklens.access.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socklens.access.TestFiles;
import org.socklens.access.TestSockets;
import org.socklens.access.account.Accounts;
import org.socklens.access.account.Capability;
import org.socklens.access.account.Identity;
import org.socklens.access.path.Acl;
import org.socklens.access.path.AclEntry;
import org.socklens.access.path.PathWalk;
import org.socklens.access.path.PathWalker;

/// The rows of "Permissions": owners and modes are made for real, then judged for other accounts.
class VerdictTextTest {
    private static final int DAEMON = 1;
    private static final Identity DEV = Identity.of("dev", 51001, 51001, List.of());
    private static final Identity ROOT = Identity.of("root", 0, 0, List.of());

    @TempDir
    Path temporary = Path.of("");

    private Path dir = temporary;
    private final TestSockets sockets = new TestSockets();
    private final PathWalker walker = new PathWalker(TestSockets.caller());
    private final Judge judge = new Judge(new KernelSettings(true));
    private final VerdictText words = new VerdictText(new Accounts(), judge);

    @BeforeEach
    void openTheDirectory() throws IOException {
        TestFiles.assumeRoot();
        dir = temporary.toRealPath();
        TestFiles.mode(dir, 0755);
    }

    @AfterEach
    void closeSockets() {
        sockets.close();
    }

    private Path socket(int uid, int gid, int mode) throws IOException {
        Path path = dir.resolve("s");
        sockets.listener(path, TestSockets.STREAM, 1);
        return TestFiles.give(path, uid, gid, mode);
    }

    private PathWalk walk(Path path) {
        return walker.walk(TestSockets.bytes(path));
    }

    private String connect(Path path, Identity who) {
        return words.sentence(judge.judge(Question.CONNECT, walk(path), who));
    }

    @Test
    void a0755SocketOfRootLacksWriteForOthers() throws IOException {
        Path path = socket(0, 0, 0755);
        assertThat(connect(path, DEV))
                .isEqualTo("dev may not connect. connect: EACCES (13, Permission denied). " + path
                        + " belongs to root and its mode is 0755: others lack write, and connecting needs write on the"
                        + " socket file.");
    }

    @Test
    void readAndExecuteAreIrrelevantFor0722And0702WouldDo() throws IOException {
        Path path = socket(0, 0, 0722);
        assertThat(connect(path, DEV)).startsWith("dev may connect.").contains("others have write");
        TestFiles.mode(path, 0702);
        assertThat(connect(path, DEV)).startsWith("dev may connect.");
    }

    @Test
    void a0777SocketBehindAClosedDirectoryIsRefusedAtTheDirectory() throws IOException {
        Path app = Files.createDirectory(dir.resolve("app"));
        Path path = app.resolve("app.sock");
        sockets.listener(path, TestSockets.STREAM, 1);
        TestFiles.mode(path, 0777);
        TestFiles.give(app, 0, DAEMON, 0750);
        assertThat(connect(path, DEV))
                .isEqualTo("dev may not connect. connect: EACCES (13, Permission denied). The directory " + app
                        + " has mode 0750 root:daemon: dev is neither root nor in group daemon, and others lack"
                        + " search (x). The socket's own 0777 does not help.");
    }

    @Test
    void readOnADirectoryDoesNotHelp() throws IOException {
        Path app = Files.createDirectory(dir.resolve("app"));
        Path path = app.resolve("app.sock");
        sockets.listener(path, TestSockets.STREAM, 1);
        TestFiles.mode(app, 0744);
        assertThat(connect(path, DEV)).contains("The directory " + app + " has mode 0744", "others lack search (x)");
    }

    @Test
    void dockerStyleNamesTheGroupThatHasWrite() throws IOException {
        Path path = socket(0, DAEMON, 0660);
        assertThat(connect(path, DEV))
                .isEqualTo("dev may not connect. connect: EACCES (13, Permission denied). " + path
                        + " belongs to root:daemon and its mode is 0660: dev is neither root nor in group daemon, and"
                        + " others lack write, and connecting needs write on the socket file.");
        Identity member = Identity.of("dev", 51001, 51001, Set.of(DAEMON));
        assertThat(connect(path, member)).startsWith("dev may connect.").contains("group daemon has write");
    }

    @Test
    void theOwnerIsJudgedByTheOwnersBitsAlone() throws IOException {
        Path path = socket(51001, 0, 0077);
        assertThat(connect(path, DEV))
                .contains("dev owns it, and the owner lacks write (that others have it does not help the owner)");
    }

    @Test
    void theGroupIsJudgedByTheGroupsBitsAlone() throws IOException {
        Path path = socket(0, DAEMON, 0707);
        assertThat(connect(path, Identity.of("dev", 51001, DAEMON, List.of())))
                .contains("dev is in group daemon, and the group lacks write");
    }

    @Test
    void rootIsToldThatItBypassesAndWhatOthersWouldGet() throws IOException {
        Path path = socket(51001, 51001, 0700);
        assertThat(connect(path, ROOT))
                .startsWith("root may connect. Root bypasses the checks (CAP_DAC_OVERRIDE).")
                .contains("An ordinary account would get EACCES: " + path + " belongs to 51001 and its mode is 0700");
    }

    @Test
    void rootIsToldWhatOthersWouldGetAlsoWhereItNeedsNoBypass() throws IOException {
        Path path = socket(0, 0, 0755);
        assertThat(connect(path, ROOT)).contains("owner root has write", "An ordinary account would get EACCES");
    }

    @Test
    void rootWithoutCapabilitiesIsJudgedLikeAnybody() throws IOException {
        Path path = socket(51001, 51001, 0700);
        Identity bare = new Identity("root", 0, 0, Set.of(), Set.of());
        assertThat(connect(path, bare)).startsWith("root may not connect.");
        Identity searcher = new Identity("root", 0, 0, Set.of(), Set.of(Capability.CAP_DAC_READ_SEARCH));
        assertThat(connect(path, searcher)).startsWith("root may not connect.");
    }

    @Test
    void anEntryOfTheListThatNamesTheUserDecides() throws IOException {
        Path path = socket(0, 0, 0770);
        TestFiles.acl(path, list(4, 7));
        assertThat(connect(path, DEV)).contains("the entry user:51001:r-- of the access control list lacks write");
    }

    @Test
    void theMaskTakesWhatAnEntryGives() throws IOException {
        Path path = socket(0, 0, 0770);
        TestFiles.acl(path, list(6, 4));
        assertThat(connect(path, DEV)).contains("the mask mask::r-- takes write from the entry user:51001:rw-");
    }

    @Test
    void somebodyWhomNoEntryNamesIsOneOfTheOthers() throws IOException {
        Path path = socket(0, 0, 0770);
        TestFiles.acl(path, list(6, 7));
        assertThat(connect(path, Identity.of("www", 51009, 51009, List.of()))).contains("others lack write");
    }

    private static Acl list(int user, int mask) {
        return new Acl(List.of(
                new AclEntry(AclEntry.Tag.USER_OBJ, 7, -1),
                new AclEntry(AclEntry.Tag.USER, user, 51001),
                new AclEntry(AclEntry.Tag.GROUP_OBJ, 7, -1),
                new AclEntry(AclEntry.Tag.MASK, mask, -1),
                new AclEntry(AclEntry.Tag.OTHER, 0, -1)));
    }

    @Test
    void bindingNeedsWriteOnTheDirectory() {
        Verdict verdict = judge.judge(Question.BIND, walk(dir.resolve("s")), DEV);
        assertThat(words.sentence(verdict))
                .isEqualTo("dev may not bind here. bind: EACCES (13, Permission denied). The directory " + dir
                        + " has mode 0755 root:root: dev is neither root nor in group root, and others lack write.");
    }

    @Test
    void bindingOnATakenNameSaysWhatStandsThere() throws IOException {
        Verdict verdict = judge.judge(Question.BIND, walk(socket(0, 0, 0755)), ROOT);
        assertThat(words.sentence(verdict))
                .isEqualTo("root may not bind here. bind: EADDRINUSE (98, Address already in use). A socket stands at "
                        + dir.resolve("s") + " already.");
    }

    @Test
    void aStickyDirectoryKeepsTheFilesOfOthers() throws IOException {
        TestFiles.mode(dir, 01777);
        Path path = socket(0, 0, 0777);
        Verdict verdict = judge.judge(Question.DELETE, walk(path), DEV);
        assertThat(words.sentence(verdict))
                .startsWith("dev may not delete it. unlink: EPERM (1, Operation not permitted). The directory " + dir
                        + " is sticky (mode 1777)")
                .contains(path + " belongs to root, not to dev");
    }

    @Test
    void deletingNeedsNothingOnTheSocketItself() throws IOException {
        TestFiles.mode(dir, 0777);
        Verdict verdict = judge.judge(Question.DELETE, walk(socket(0, 0, 0600)), DEV);
        assertThat(words.headline(verdict)).isEqualTo("dev may delete it.");
    }

    @Test
    void aLinkOfSomebodyElseInASharedDirectoryIsNotFollowedNotEvenByRoot() throws IOException {
        Path path = socket(0, 0, 0777);
        Path shared = Files.createDirectory(dir.resolve("shared"));
        TestFiles.mode(shared, 01777);
        Path link = Files.createSymbolicLink(shared.resolve("l"), path);
        Files.setAttribute(link, "unix:uid", 51002, LinkOption.NOFOLLOW_LINKS);
        assertThat(connect(link, ROOT)).contains("EACCES (13", "fs.protected_symlinks", "root included");
        Verdict unprotected = new Judge(new KernelSettings(false)).judge(Question.CONNECT, walk(link), ROOT);
        assertThat(unprotected).isInstanceOf(Verdict.Allowed.class);
    }

    @Test
    void aChangedModeIsJudgedWithoutTouchingTheFile() throws IOException {
        Path path = socket(0, 0, 0755);
        PathWalk walk = walk(path);
        Identity member = Identity.of("dev", 51001, DAEMON, List.of());
        Verdict verdict = judge.judge(Question.CONNECT, walk.withEnd(0, DAEMON, 0660), member);
        assertThat(words.headline(verdict)).isEqualTo("dev may connect.");
        assertThat(TestFiles.modeOf(path)).isEqualTo(0755);
    }

    @Test
    void aDirectoryThatAnybodyMayWriteToIsWarnedOf() throws IOException {
        Path path = socket(0, 0, 0600);
        TestFiles.mode(dir, 0777);
        assertThat(Exposure.warnings(walk(path)))
                .singleElement()
                .asString()
                .startsWith("Everybody may write to " + dir + " (mode 0777, not sticky): anybody may remove the"
                        + " names in it");
        TestFiles.mode(dir, 01777);
        assertThat(Exposure.warnings(walk(path))).isEmpty();
    }

    @Test
    void theRowsOfTheWalkTellWhichBitDecided() throws IOException {
        Path path = socket(0, DAEMON, 0660);
        Verdict verdict = judge.judge(Question.CONNECT, walk(path), Identity.of("dev", 51001, DAEMON, List.of()));
        DecisionText rows = new DecisionText(new Accounts());
        assertThat(verdict.passages())
                .extracting(passage -> rows.brief(passage.step().reached(), passage.decision()))
                .startsWith("others have search (x)")
                .endsWith("group daemon has write");
    }

    @Test
    void aRefusedConnectToSomethingElseThanASocketSaysWhatItIs() {
        assertThat(connect(dir, ROOT)).contains("ECONNREFUSED (111", dir + " is not a socket but a directory.");
    }

    @Test
    void aProcessLinkIsNotJudgedForOrdinaryAccounts() {
        String link = "/proc/" + ProcessHandle.current().pid() + "/root";
        assertThat(connect(Path.of(link + dir), DEV))
                .isEqualTo("Whether dev may connect cannot be told. " + link + " is a link of the proc file system,"
                        + " which is followed only for those who may trace the process.");
    }
}
