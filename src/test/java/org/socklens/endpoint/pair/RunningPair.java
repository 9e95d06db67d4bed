package org.socklens.endpoint.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.socklens.posix.CallTrace;
import org.socklens.socket.PairSettings;
import org.socklens.socket.SocketType;
import org.socklens.socket.linux.LinuxSocketDoor;
import org.socklens.traffic.Kind;
import org.socklens.traffic.Limits;
import org.socklens.traffic.Row;
import org.socklens.traffic.Transcript;

/// A pair with a real child process for tests, and what can be asked of it.
final class RunningPair implements AutoCloseable {
    static final ChildProgram PROGRAM = ChildProgram.ofThisProgram("org.socklens.Socklens");
    static final PairSettings STREAM = new PairSettings(SocketType.STREAM, 0, false, true);

    final CallTrace trace = new CallTrace();
    final Transcript parent = new Transcript(Limits.standard());
    final Transcript child = new Transcript(Limits.standard());
    final PairRun run;

    private RunningPair(PairPlan plan, ChildProgram program) {
        run = new PairRun(new LinuxSocketDoor(trace), plan, program, parent, child);
        run.start();
    }

    static RunningPair attempt(PairSettings settings, ChildProgram program, Side... closing) {
        return new RunningPair(new PairPlan(settings, Set.of(closing), "ping", "pong"), program);
    }

    /// Begun, and ping and pong have been exchanged.
    static RunningPair of(PairSettings settings, Side... closing) {
        RunningPair pair = attempt(settings, PROGRAM, closing);
        pair.until(() -> pair.text(Side.PARENT, Kind.RECEIVED).equals("pong"));
        return pair;
    }

    void until(Callable<Boolean> condition) {
        await().atMost(20, TimeUnit.SECONDS).until(condition);
    }

    PairState.Open open() {
        return (PairState.Open) run.state();
    }

    int childPid() {
        return open().childSide().pid();
    }

    Transcript transcript(Side side) {
        return side == Side.PARENT ? parent : child;
    }

    List<Row> rows(Side side) {
        Transcript of = transcript(side);
        return LongStream.range(of.first(), of.end()).mapToObj(of::row).toList();
    }

    boolean has(Side side, Kind kind) {
        return rows(side).stream().anyMatch(row -> row.kind() == kind);
    }

    /// All bytes of a kind of row, one after the other.
    String text(Side side, Kind kind) {
        StringBuilder text = new StringBuilder();
        rows(side).stream()
                .filter(row -> row.kind() == kind)
                .forEach(row -> text.append(
                        new String(transcript(side).bytes(row.row(), 0, row.length()), StandardCharsets.UTF_8)));
        return text.toString();
    }

    long bytes(Side side, Kind kind) {
        return rows(side).stream().filter(row -> row.kind() == kind).mapToLong(Row::length).sum();
    }

    static boolean isInProcessTable(int pid) {
        return Files.exists(Path.of("/proc", Integer.toString(pid)));
    }

    static long descriptors() throws IOException {
        try (Stream<Path> fds = Files.list(Path.of("/proc/self/fd"))) {
            return fds.count();
        }
    }

    @Override
    public void close() {
        run.close();
        parent.close();
        child.close();
        assertThat(ProcessHandle.current().children().toList()).as("children left behind").isEmpty();
    }
}
