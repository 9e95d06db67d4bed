package org.socklens.access.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socklens.access.TestFiles;
import org.socklens.access.TestSockets;
import org.socklens.access.account.Accounts;
import org.socklens.access.account.Identity;
import org.socklens.posix.Errno;
import org.socklens.posix.IdentityCalls;

/// The rows of "Names and life cycle": each failure is made for real, then explained.
class FailureExplainerTest {
    @TempDir
    Path dir = Path.of("");

    private final TestSockets sockets = new TestSockets();
    private final FailureExplainer explainer = new FailureExplainer(TestSockets.caller(), new Accounts());

    @AfterEach
    void closeSockets() {
        sockets.close();
    }

    private String bind(Path path) {
        return explainer.explain("bind", sockets.bindFails(path), TestSockets.bytes(path));
    }

    private String connect(Path path, int type) {
        return explainer.explain("connect", sockets.connectFails(path, type), TestSockets.bytes(path));
    }

    private String connect(Path path) {
        return connect(path, TestSockets.STREAM);
    }

    @Test
    void aStaleFileInTheWayOfBindIsCalledStaleAndMayBeCleanedUp() {
        Path path = dir.resolve("s");
        sockets.stale(path);
        assertThat(bind(path))
                .isEqualTo("bind: EADDRINUSE (98, Address already in use). " + path
                        + " is a stale socket file: no process of this network namespace has a socket behind it."
                        + " Remove it with “Remove stale socket”, which checks it again, or choose another path.");
    }

    @Test
    void aLiveListenerInTheWayOfBindIsNamedWithItsProcess() {
        Path path = dir.resolve("s");
        sockets.listener(path, TestSockets.STREAM, 5);
        assertThat(bind(path))
                .startsWith("bind: EADDRINUSE (98, Address already in use). A live STREAM socket stands at " + path)
                .contains("held by java (pid " + ProcessHandle.current().pid() + ")")
                .endsWith("Stop that process first, or choose another path.");
    }

    @Test
    void aRegularFileInTheWayOfBindIsNeverOfferedForRemoval() throws IOException {
        Path path = Files.createFile(dir.resolve("s"));
        assertThat(bind(path))
                .isEqualTo("bind: EADDRINUSE (98, Address already in use). A regular file of 0 bytes stands at " + path
                        + ". Choose another path; Socklens never removes what is not a stale socket.");
    }

    @Test
    void aDirectoryInTheWayOfBindIsSaidToBeOne() {
        assertThat(bind(dir)).contains("EADDRINUSE (98", "A directory stands at " + dir, dir + "/echo.sock");
    }

    @Test
    void aLinkInTheWayOfBindIsShownWithItsTarget() throws IOException {
        Path live = dir.resolve("live");
        sockets.listener(live, TestSockets.STREAM, 5);
        Path link = Files.createSymbolicLink(dir.resolve("link"), live);
        assertThat(bind(link))
                .contains("A symbolic link stands at " + link + " to " + live + ", and bind does not follow links.");
    }

    @Test
    void aDanglingLinkInTheWayOfBindIsSaidToLeadNowhere() throws IOException {
        Path link = Files.createSymbolicLink(dir.resolve("link"), dir.resolve("gone"));
        assertThat(bind(link)).contains("to " + dir.resolve("gone") + ", which does not exist");
        assertThat(connect(link))
                .startsWith("connect: ENOENT (2, No such file or directory). " + link + " is a symbolic link, but "
                        + dir.resolve("gone") + " does not exist.");
    }

    @Test
    void connectingToAStaleFileSaysThatNobodyListensBehindIt() {
        Path path = dir.resolve("s");
        sockets.stale(path);
        assertThat(connect(path))
                .startsWith("connect: ECONNREFUSED (111, Connection refused). " + path
                        + " is a stale socket file: it is only a name, nobody listens behind it.");
    }

    @Test
    void connectingToARegularFileSaysWhatItIs() throws IOException {
        Path path = Files.createFile(dir.resolve("s"));
        assertThat(connect(path))
                .isEqualTo("connect: ECONNREFUSED (111, Connection refused). " + path
                        + " is not a socket but a regular file. Correct the path.");
    }

    @Test
    void connectingToADirectorySaysWhatItIs() {
        assertThat(connect(dir)).contains("ECONNREFUSED (111", dir + " is not a socket but a directory.");
    }

    @Test
    void aClientThatStartsFirstLearnsTheNearestDirectory() {
        Path path = dir.resolve("s");
        assertThat(connect(path))
                .isEqualTo("connect: ENOENT (2, No such file or directory). " + path
                        + " does not exist; the nearest directory that does is " + dir
                        + ". Start the server first, or correct the path.");
    }

    @Test
    void aClientThatComesBetweenBindAndListenLearnsThat() {
        Path path = dir.resolve("s");
        sockets.bound(path, TestSockets.STREAM);
        assertThat(connect(path))
                .contains("ECONNREFUSED (111", "A STREAM socket is bound to " + path + " but does not listen yet");
    }

    @Test
    void bindingInAMissingDirectoryNamesTheFirstOneThatIsMissing() {
        Path path = dir.resolve("a/b/s");
        assertThat(bind(path))
                .isEqualTo("bind: ENOENT (2, No such file or directory). " + dir.resolve("a")
                        + " does not exist; the nearest directory that does is " + dir
                        + ". Create it, or correct the path.");
    }

    @Test
    void aFileUsedAsADirectoryIsNamed() throws IOException {
        Path file = Files.createFile(dir.resolve("f"));
        assertThat(bind(file.resolve("s")))
                .startsWith("bind: ENOTDIR (20, Not a directory). " + file + " is a regular file, not a directory.");
    }

    @Test
    void aCircleOfLinksIsNamed() throws IOException {
        Path link = Files.createSymbolicLink(dir.resolve("a"), dir.resolve("a"));
        assertThat(connect(link))
                .startsWith("connect: ELOOP (40, Too many levels of symbolic links). Symbolic links lead in a circle")
                .contains(link.toString());
    }

    @Test
    void theWrongTypeIsAnsweredWithTheRightOne() {
        Path path = dir.resolve("s");
        sockets.listener(path, TestSockets.DATAGRAM, 0);
        assertThat(connect(path))
                .startsWith("connect: EPROTOTYPE (91, Protocol wrong type for socket). A DGRAM socket stands at"
                        + " " + path)
                .endsWith("Connect with type DGRAM.");
    }

    @Test
    void aFullBacklogMeansThatTheServerIsAlive() {
        Path path = dir.resolve("s");
        sockets.listener(path, TestSockets.STREAM, 0);
        assertThat(sockets.connect(TestSockets.bytes(path), TestSockets.STREAM)).isZero();
        assertThat(connect(path))
                .startsWith("connect: EAGAIN (11, Resource temporarily unavailable). The server at " + path
                        + " is alive, but its backlog is full (1 wait, the backlog is 0)");
    }

    @Test
    void anAtSignTypedAsAPathIsExplained() {
        byte[] path = "@m".getBytes(StandardCharsets.UTF_8);
        assertThat(explainer.explain("connect", Errno.ENOENT, path))
                .contains("@m does not exist (the path starts at the working directory "
                        + System.getProperty("user.dir") + ")")
                .endsWith("Ask for an abstract address: turn on Abstract and leave the '@' out.");
    }

    @Test
    void aTildeTypedAsAPathIsExplained() {
        byte[] path = "~/run/s".getBytes(StandardCharsets.UTF_8);
        assertThat(explainer.explain("connect", Errno.ENOENT, path)).contains("'~' is replaced by shells only.");
    }

    @Test
    void aFileSystemThatHoldsNoSocketsIsNamedByItsType() {
        String advice =
                ", which cannot hold sockets. Choose a directory on another one, such as one under /run or /tmp.";
        assertThat(bind(Path.of("/proc/s")))
                .isEqualTo("bind: ENOENT (2, No such file or directory). /proc lies on a file system of type"
                        + " proc" + advice);
        assertThat(explainer.explain("bind", Errno.EPERM, TestSockets.bytes(Path.of("/sys/s"))))
                .isEqualTo("bind: EPERM (1, Operation not permitted). /sys lies on a file system of type"
                        + " sysfs" + advice);
    }

    @Test
    void aSlashAfterAFreeNameIsFound() {
        byte[] path = TestSockets.bytes(dir.resolve("s"));
        byte[] slashed = Arrays.copyOf(path, path.length + 1);
        slashed[path.length] = '/';
        assertThat(sockets.bind(slashed)).isEqualTo(-Errno.ENOENT.number());
        assertThat(explainer.explain("bind", Errno.ENOENT, slashed)).contains("ends in a slash", "Remove the slash.");
    }

    @Test
    void aReadOnlyFileSystemIsNamed() {
        assertThat(explainer.explain("bind", Errno.EROFS, TestSockets.bytes(dir.resolve("s"))))
                .startsWith("bind: EROFS (30, Read-only file system). " + dir + " lies on a read-only file system (");
    }

    @Test
    void aRefusedProcessThatMayNotLookItselfStillNamesTheDirectory() throws IOException {
        TestFiles.assumeRoot();
        TestFiles.mode(dir, 0755);
        Path app = Files.createDirectory(dir.resolve("app"));
        Path path = app.resolve("s");
        sockets.listener(path, TestSockets.STREAM, 1);
        TestFiles.give(app, 0, 1, 0750);
        Identity dev = Identity.of("51001", 51001, 51001, List.of());
        String expected = "connect: EACCES (13, Permission denied). The directory " + app
                + " has mode 0750 root:daemon: 51001 is neither root nor in group daemon, and others lack search (x).";
        // As root first, so that every class is there for the thread that may not read class files.
        assertThat(explainer.explanation("connect", Errno.EACCES, TestSockets.bytes(path), dev).brief())
                .isEqualTo(expected + " The socket's own 0755 does not help.");
        AtomicReference<String> words = new AtomicReference<>("");
        IdentityCalls.runAs(51001, 51001, List.of(), 0, () -> {
            words.set(explainer.explain("connect", Errno.EACCES, TestSockets.bytes(path)));
            return 0;
        });
        assertThat(words.get())
                .isEqualTo(expected + " Have 51001 added to group daemon and log in again, or have the mode changed.");
    }

    @Test
    void runningOutOfDescriptorsNamesTheLimit() {
        assertThat(explainer.explain("accept4", Errno.EMFILE, TestSockets.bytes(dir)))
                .startsWith("accept4: EMFILE (24, Too many open files). This process has every file descriptor open"
                        + " that it may (limit ")
                .contains("ulimit -n");
    }

    @Test
    void aMachineOutOfFilesNamesTheSysctl() {
        assertThat(explainer.explain("socket", Errno.ENFILE, TestSockets.bytes(dir))).contains("fs.file-max");
    }

    @Test
    void aPeerThatIsGoneIsTold() {
        byte[] path = TestSockets.bytes(dir);
        assertThat(explainer.explain("sendmsg", Errno.EPIPE, path)).contains("EPIPE (32", "closed its end");
        assertThat(explainer.explain("recvmsg", Errno.ECONNRESET, path)).contains("ECONNRESET (104", "lay unread");
    }

    @Test
    void aRelativePathShowsWhereItStarts() {
        assertThat(explainer.explain("connect", Errno.ENOENT, "./uds".getBytes(StandardCharsets.UTF_8)))
                .contains(System.getProperty("user.dir") + "/uds does not exist", "the working directory");
    }

    @Test
    void anUnknownErrnoStillNamesThePathAndTheManual() {
        assertThat(explainer.explain("connect", Errno.EIO, TestSockets.bytes(dir)))
                .isEqualTo("connect: EIO (5, Input/output error). It concerns " + dir
                        + ". man 2 connect lists what it can mean.");
    }

    @Test
    void namesOfStrangeBytesAreQuoted() throws IOException {
        Path path = dir.resolve("a b\nc");
        Files.createFile(path);
        assertThat(connect(path)).contains("\"" + dir + "/a b\\nc\" is not a socket");
    }

    @Test
    void aModeThatLocksOnesOwnProcessOutIsExplained() throws IOException {
        Path path = dir.resolve("s");
        sockets.listener(path, TestSockets.STREAM, 1);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(explainer.explain("connect", Errno.EACCES, TestSockets.bytes(path)))
                .startsWith("connect: EACCES (13, Permission denied). Owners, mode bits and lists on the way to"
                        + " " + path)
                .contains("a security module such as SELinux or AppArmor is the suspect");
    }
}
