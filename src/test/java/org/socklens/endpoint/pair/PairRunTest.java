package org.socklens.endpoint.pair;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.socklens.posix.Errno;
import org.socklens.socket.HeldEnd;
import org.socklens.socket.PairSettings;
import org.socklens.socket.SocketType;
import org.socklens.traffic.Kind;
import org.socklens.traffic.RowFilter;

/// One pair, two processes: what goes over it, and what each holds.
class PairRunTest {
    @TempDir
    Path directory = Path.of("");

    @ParameterizedTest
    @EnumSource(SocketType.class)
    void pingGoesToTheChildAndPongComesBack(SocketType type) {
        try (RunningPair pair = RunningPair.of(new PairSettings(type, 0, false, true))) {
            assertThat(pair.text(Side.PARENT, Kind.SENT)).isEqualTo("ping");
            pair.until(() -> pair.text(Side.CHILD, Kind.SENT).equals("pong"));
            assertThat(pair.text(Side.CHILD, Kind.RECEIVED)).isEqualTo("ping");
        }
    }

    @Test
    void eitherSideMayBeTypedFor() {
        try (RunningPair pair = RunningPair.of(RunningPair.STREAM)) {
            pair.run.order(Side.CHILD, new Order.Send("from the child: é".getBytes(UTF_8)));
            pair.until(() -> pair.text(Side.PARENT, Kind.RECEIVED).endsWith("from the child: é"));
            pair.run.order(Side.PARENT, new Order.Send("from the parent".getBytes(UTF_8)));
            pair.until(() -> pair.text(Side.CHILD, Kind.RECEIVED).equals("pingfrom the parent"));
        }
    }

    @Test
    void anEmptyMessageIsOneAndNoEndOfStream() {
        try (RunningPair pair = RunningPair.of(new PairSettings(SocketType.SEQPACKET, 0, false, true))) {
            pair.run.order(Side.PARENT, new Order.Send(new byte[0]));
            pair.until(() -> pair.child.count(RowFilter.RECEIVED) == 2);
            assertThat(pair.has(Side.CHILD, Kind.END_OF_STREAM)).isFalse();
        }
    }

    @Test
    void theChildIsAnotherProcessThatHoldsTheInheritedEnd() throws IOException {
        try (RunningPair pair = RunningPair.of(RunningPair.STREAM)) {
            int pid = pair.childPid();
            assertThat(pid).isNotEqualTo((int) ProcessHandle.current().pid());
            PairState.SideState child = pair.open().childSide();
            HeldEnd own = child.held().stream()
                    .filter(end -> end.inode() == child.inode())
                    .findFirst()
                    .orElseThrow();
            Path descriptor = Path.of("/proc", Integer.toString(pid), "fd", Integer.toString(own.descriptor()));
            assertThat(Files.readSymbolicLink(descriptor)).hasToString("socket:[" + child.inode() + "]");
            assertThat(new String(Files.readAllBytes(Path.of("/proc", Integer.toString(pid), "cmdline")), UTF_8))
                    .contains("org.socklens.Socklens", ChildArguments.OPTION);
        }
    }

    @Test
    void withoutCloseOnExecEachProcessHoldsACopyOfBothEnds() {
        try (RunningPair pair = RunningPair.of(RunningPair.STREAM)) {
            assertThat(pair.open().parentSide().held()).hasSize(2);
            assertThat(pair.open().childSide().held()).hasSize(2);
            assertThat(pair.open().childSide().held()).extracting(HeldEnd::descriptor).containsExactlyElementsOf(
                    pair.open().parentSide().held().stream().map(HeldEnd::descriptor).toList());
        }
    }

    @Test
    void withCloseOnExecTheChildHoldsOnlyTheEndThatItWasGiven() {
        try (RunningPair pair = RunningPair.of(new PairSettings(SocketType.STREAM, 0, true, false))) {
            assertThat(pair.open().parentSide().held()).hasSize(2).allMatch(HeldEnd::closeOnExec);
            assertThat(pair.open().childSide().held()).singleElement().satisfies(end -> {
                assertThat(end.inode()).isEqualTo(pair.open().childSide().inode());
                assertThat(end.closeOnExec()).isFalse();
                assertThat(end.nonBlocking()).isFalse();
            });
        }
    }

    @Test
    void theChildInheritsNothingElse() throws IOException {
        Path file = Files.createFile(directory.resolve("open"));
        try (var _ = Files.newByteChannel(file); RunningPair pair = RunningPair.of(RunningPair.STREAM)) {
            List<String> held = new ArrayList<>();
            try (var fds = Files.newDirectoryStream(Path.of("/proc", Integer.toString(pair.childPid()), "fd"))) {
                for (Path fd : fds) {
                    held.add(Files.readSymbolicLink(fd).toString());
                }
            }
            assertThat(held).isNotEmpty().doesNotContain(file.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({"STREAM,6", "DGRAM,17", "SEQPACKET,132"})
    void aProtocolThatTheFamilyLacksIsRefusedWithItsErrno(SocketType type, int protocol) {
        try (RunningPair pair =
                RunningPair.attempt(new PairSettings(type, protocol, false, true), RunningPair.PROGRAM)) {
            pair.until(() -> pair.run.state() instanceof PairState.Closed);
            assertThat(pair.run.state()).isInstanceOfSatisfying(PairState.Closed.class, closed -> assertThat(
                            closed.failure())
                    .isNotNull()
                    .hasMessage("socketpair: " + Errno.EPROTONOSUPPORT));
        }
    }

    @Test
    void aProgramThatIsNotThereIsToldAndLeavesNoDescriptor() throws IOException {
        ChildProgram missing = new ChildProgram(List.of(directory.resolve("missing").toString()));
        RunningPair.attempt(RunningPair.STREAM, missing).close();
        long before = RunningPair.descriptors();
        try (RunningPair pair = RunningPair.attempt(RunningPair.STREAM, missing)) {
            pair.until(() -> pair.run.state() instanceof PairState.Closed);
            assertThat(pair.text(Side.PARENT, Kind.ERROR)).isEqualTo("posix_spawn: " + Errno.ENOENT);
        }
        assertThat(RunningPair.descriptors()).isEqualTo(before);
    }

    @Test
    void theChildNeverLoadsJavaFx() throws IOException {
        Path log = directory.resolve("classes.log");
        List<String> command = new ArrayList<>(RunningPair.PROGRAM.command());
        command.add(1, "-Xlog:class+load:file=" + log);
        try (RunningPair pair = RunningPair.attempt(RunningPair.STREAM, new ChildProgram(command))) {
            pair.until(() -> pair.text(Side.PARENT, Kind.RECEIVED).equals("pong"));
            assertThat(Files.readString(log)).contains("org.socklens.endpoint.pair.PairChild").doesNotContain("javafx.");
        }
    }

    @Test
    void afterAHalfCloseThePeerSeesEndOfStreamAlthoughCopiesAreOpen() {
        try (RunningPair pair = RunningPair.of(RunningPair.STREAM)) {
            pair.run.order(Side.PARENT, new Order.HalfClose());
            pair.until(() -> pair.has(Side.CHILD, Kind.END_OF_STREAM));
            assertThat(pair.open().parentSide().held()).hasSize(2);
            pair.run.order(Side.CHILD, new Order.Send("still arrives".getBytes(UTF_8)));
            pair.until(() -> pair.text(Side.PARENT, Kind.RECEIVED).equals("pongstill arrives"));
        }
    }

    @Test
    void aDatagramPairKnowsNoEndOfStreamAndTellsTheSender() {
        PairSettings datagrams = new PairSettings(SocketType.DGRAM, 0, false, true);
        try (RunningPair pair = RunningPair.of(datagrams, Side.PARENT, Side.CHILD)) {
            pair.run.order(Side.CHILD, new Order.CloseOwn());
            pair.until(() -> pair.has(Side.CHILD, Kind.CLOSED));
            await().during(Duration.ofMillis(200)).until(() -> !pair.has(Side.PARENT, Kind.END_OF_STREAM));
            pair.run.order(Side.PARENT, new Order.Send("anybody?".getBytes(UTF_8)));
            pair.until(() -> pair.text(Side.PARENT, Kind.ERROR).contains("ECONNREFUSED"));
        }
    }

    @Test
    void aHundredRunsLeaveNoDescriptorNoThreadAndNoChild() throws IOException {
        ChildProgram quick = new ChildProgram(List.of("/bin/true"));
        cycle(quick);
        long before = RunningPair.descriptors();
        for (int i = 0; i < 100; i++) {
            cycle(quick);
        }
        assertThat(RunningPair.descriptors()).isEqualTo(before);
        assertThat(Thread.getAllStackTraces().keySet()).noneMatch(thread -> thread.getName().startsWith("socklens-"));
    }

    private static void cycle(ChildProgram program) {
        try (RunningPair pair = RunningPair.attempt(RunningPair.STREAM, program)) {
            await().pollInterval(Duration.ofMillis(1)).until(() -> pair.run.state() instanceof PairState.Open);
        }
    }
}
