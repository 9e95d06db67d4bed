package org.socklens.endpoint.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socklens.posix.Signal;
import org.socklens.posix.WaitStatus;
import org.socklens.socket.PairSettings;
import org.socklens.socket.SocketType;
import org.socklens.traffic.Kind;

/// The child can be halted, continued and killed, and never outlives its parent.
class ChildLifeTest {
    private static final long FILLED = (long) Order.Fill.PIECES * Order.Fill.PIECE_BYTES;

    @Test
    void whileTheChildIsHaltedTheQueueFillsAndTheSendWaits() {
        try (RunningPair pair = RunningPair.of(RunningPair.STREAM)) {
            pair.run.signal(Signal.SIGSTOP);
            pair.until(() -> pair.open().child() instanceof ChildCondition.Halted);
            pair.run.order(Side.PARENT, new Order.Fill());
            pair.until(() -> pair.open().parentSide().end().waiting() > 0 && pair.open().childSide().queued() > 0);
            assertThat(pair.text(Side.PARENT, Kind.WAITING)).contains("EAGAIN");
            assertThat(pair.bytes(Side.PARENT, Kind.SENT)).isLessThan(FILLED);
            pair.run.signal(Signal.SIGCONT);
            pair.until(() -> pair.bytes(Side.CHILD, Kind.RECEIVED) == 4 + FILLED);
            pair.until(() -> pair.open().child() instanceof ChildCondition.Running
                    && pair.open().parentSide().end().waiting() == 0);
        }
    }

    @Test
    void onABlockingPairTheSendWaitsAndTheRunCanStillBeStopped() {
        try (RunningPair pair = RunningPair.of(new PairSettings(SocketType.STREAM, 0, false, false))) {
            pair.run.signal(Signal.SIGSTOP);
            pair.until(() -> pair.open().child() instanceof ChildCondition.Halted);
            pair.run.order(Side.PARENT, new Order.Fill());
            pair.until(() -> pair.text(Side.PARENT, Kind.WAITING).endsWith("a blocking sendmsg waits here"));
        }
    }

    @Test
    void aMebibyteFromTheChildComesWhole() {
        try (RunningPair pair = RunningPair.of(RunningPair.STREAM)) {
            pair.run.order(Side.CHILD, new Order.Fill());
            pair.until(() -> pair.bytes(Side.PARENT, Kind.RECEIVED) == 4 + FILLED);
            pair.until(() -> pair.bytes(Side.CHILD, Kind.SENT) == 4 + FILLED);
        }
    }

    @Test
    void stopEndsARunningAndAHaltedChild() {
        RunningPair running = RunningPair.of(RunningPair.STREAM);
        int first = running.childPid();
        running.close();
        assertThat(RunningPair.isInProcessTable(first)).isFalse();
        RunningPair halted = RunningPair.of(RunningPair.STREAM);
        int second = halted.childPid();
        halted.run.signal(Signal.SIGSTOP);
        halted.until(() -> halted.open().child() instanceof ChildCondition.Halted);
        halted.close();
        assertThat(RunningPair.isInProcessTable(second)).isFalse();
    }

    @Test
    void aChildThatSomebodyElseKillsIsNoZombieAndTheTranscriptSaysSo() {
        try (RunningPair pair = RunningPair.of(RunningPair.STREAM, Side.PARENT, Side.CHILD)) {
            int pid = pair.childPid();
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();
            pair.until(() -> pair.open().child() instanceof ChildCondition.Ended);
            assertThat(pair.open().child()).isEqualTo(new ChildCondition.Ended(new WaitStatus.Killed(9)));
            assertThat(RunningPair.isInProcessTable(pid)).isFalse();
            assertThat(pair.text(Side.CHILD, Kind.STOPPED)).startsWith("killed by SIGKILL");
            pair.until(() -> pair.has(Side.PARENT, Kind.END_OF_STREAM));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"running", "halted"})
    void theChildIsGoneWhenItsParentIsKilled(String how) throws IOException, InterruptedException {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ParentProgram.class.getName(),
                        how)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = parent.inputReader(StandardCharsets.UTF_8)) {
            String line = out.readLine();
            assertThat(line).as("the child's pid").isNotNull();
            int child = Integer.parseInt(line);
            assertThat(RunningPair.isInProcessTable(child)).isTrue();
            parent.destroyForcibly();
            parent.waitFor();
            await().atMost(Duration.ofSeconds(10)).until(() -> !isRunning(child));
        }
    }

    /// Whoever adopts orphans here may be slow to wait for them: a zombie holds nothing any more.
    private static boolean isRunning(int pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false) && !isZombie(pid);
    }

    private static boolean isZombie(int pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Integer.toString(pid), "stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException gone) {
            return true;
        }
    }
}
