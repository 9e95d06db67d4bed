package org.socklens.access.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socklens.access.TestFiles;
import org.socklens.access.TestSockets;
import org.socklens.access.account.Accounts;
import org.socklens.access.account.Identity;
import org.socklens.access.occupant.SocketFile;
import org.socklens.access.occupant.SocketFiles;
import org.socklens.access.verdict.Judge;
import org.socklens.access.verdict.KernelSettings;
import org.socklens.access.verdict.Question;
import org.socklens.posix.Errno;
import org.socklens.posix.ProcessCalls;

class ConnectingTest {
    private static final Identity DEV = Identity.of("dev", 51001, 51001, List.of());

    @TempDir
    Path temporary = Path.of("");

    private Path path = temporary;
    private final TestSockets sockets = new TestSockets();
    private final Accounts accounts = new Accounts();
    private final Connecting connecting = new Connecting(TestSockets.caller());
    private final SocketFiles files = new SocketFiles(TestSockets.caller(), accounts);
    private final Judge judge = new Judge(KernelSettings.read());

    @BeforeEach
    void serve() throws IOException {
        TestFiles.assumeRoot();
        Path dir = TestFiles.mode(temporary.toRealPath(), 0755);
        path = dir.resolve("s");
        sockets.listener(path, TestSockets.STREAM, 5);
        TestFiles.mode(path, 0755);
    }

    @AfterEach
    void closeSockets() {
        sockets.close();
    }

    private Attempt asSelf() {
        return connecting.asThisProcess(
                Identity.ofThisProcess(accounts), TestSockets.bytes(path), TestSockets.STREAM);
    }

    private Attempt asDev() {
        asSelf();
        return connecting.as(DEV, TestSockets.bytes(path), TestSockets.STREAM);
    }

    private Comparison compare(Attempt attempt) {
        SocketFile file = files.look(TestSockets.bytes(path));
        return Comparison.of(attempt, judge.judge(Question.CONNECT, file.walk(), attempt.who()), file);
    }

    @Test
    void thisProcessConnectsAndTheKernelAgrees() {
        assertThat(compare(asSelf()))
                .isEqualTo(new Comparison(true, "Tried as root: connected, as said, and closed again at once."));
    }

    @Test
    void rootTriesAsSomebodyElseAndStaysRoot() {
        assertThat(compare(asDev()))
                .isEqualTo(new Comparison(true, "Tried as dev: connect: EACCES (13, Permission denied), as said."));
        assertThat(ProcessCalls.effectiveUid()).isZero();
        assertThat(asSelf().errno()).isNull();
    }

    @Test
    void aStaleFileIsNoFaultOfTheRights() throws IOException {
        Files.delete(path);
        sockets.stale(path);
        TestFiles.mode(path, 0777);
        assertThat(compare(asDev()))
                .isEqualTo(new Comparison(true, "Tried as dev: connect: ECONNREFUSED (111, Connection refused). The"
                        + " rights suffice, as said: who stands there is the reason (stale)."));
    }

    @Test
    void aRefusalThatNoRuleExplainsNamesTheSecurityModule() throws IOException {
        TestFiles.mode(path, 0777);
        assertThat(compare(new Attempt(DEV, Errno.EACCES)))
                .satisfies(comparison -> assertThat(comparison.agrees()).isFalse())
                .extracting(Comparison::sentence)
                .asString()
                .startsWith("Tried as dev: connect: EACCES (13, Permission denied), although the verdict says it may.")
                .contains("a security module such as SELinux or AppArmor is the suspect");
    }

    @Test
    void aConnectThatPassesAgainstTheVerdictAsksForAnotherLook() {
        assertThat(compare(new Attempt(DEV, null)))
                .satisfies(comparison -> assertThat(comparison.agrees()).isFalse())
                .extracting(Comparison::sentence)
                .asString()
                .contains("although the verdict says EACCES");
    }
}
