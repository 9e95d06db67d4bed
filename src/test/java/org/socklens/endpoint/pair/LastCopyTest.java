package org.socklens.endpoint.pair;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.socklens.posix.Signal;
import org.socklens.socket.PairSettings;
import org.socklens.socket.SocketType;
import org.socklens.traffic.Kind;

/// End of stream comes only when the last copy of an end closes, in whichever process it is.
class LastCopyTest {
    @ParameterizedTest
    @EnumSource(value = SocketType.class, names = {"STREAM", "SEQPACKET"})
    void endOfStreamComesToTheChildOnlyWhenItsOwnCopyIsClosedToo(SocketType type) {
        try (RunningPair pair = RunningPair.of(new PairSettings(type, 0, false, true))) {
            pair.run.order(Side.PARENT, new Order.CloseOwn());
            pair.until(() -> !pair.open().parentSide().end().open());
            assertNoEndOfStream(pair, Side.CHILD);
            assertThat(pair.open().childSide().copies(pair.open().parentSide().inode())).isEqualTo(1);
            pair.run.order(Side.CHILD, new Order.CloseUnused());
            pair.until(() -> pair.has(Side.CHILD, Kind.END_OF_STREAM));
        }
    }

    @Test
    void endOfStreamComesToTheParentOnlyWhenItsOwnCopyIsClosedToo() {
        try (RunningPair pair = RunningPair.of(RunningPair.STREAM)) {
            pair.run.order(Side.CHILD, new Order.CloseOwn());
            pair.until(() -> !pair.open().childSide().end().open());
            assertNoEndOfStream(pair, Side.PARENT);
            pair.run.order(Side.PARENT, new Order.CloseUnused());
            pair.until(() -> pair.has(Side.PARENT, Kind.END_OF_STREAM));
        }
    }

    @Test
    void whereBothCloseTheUnusedEndItComesAtOnce() {
        try (RunningPair pair = RunningPair.of(RunningPair.STREAM, Side.PARENT, Side.CHILD)) {
            pair.until(() -> pair.open().parentSide().held().size() == 1
                    && pair.open().childSide().held().size() == 1);
            pair.run.order(Side.PARENT, new Order.CloseOwn());
            pair.until(() -> pair.has(Side.CHILD, Kind.END_OF_STREAM));
        }
    }

    @Test
    void evenAKilledChildEndsNoStreamThatTheParentKeepsOpenItself() {
        try (RunningPair pair = RunningPair.of(RunningPair.STREAM)) {
            pair.run.signal(Signal.SIGKILL);
            pair.until(() -> pair.open().child() instanceof ChildCondition.Ended);
            assertNoEndOfStream(pair, Side.PARENT);
            pair.run.order(Side.PARENT, new Order.CloseUnused());
            pair.until(() -> pair.has(Side.PARENT, Kind.END_OF_STREAM));
            pair.run.order(Side.PARENT, new Order.Send("too late".getBytes(UTF_8)));
            pair.until(() -> pair.text(Side.PARENT, Kind.ERROR).contains("EPIPE"));
        }
    }

    @Test
    void aHangUpThatLastsCostsNoProcessorTime() {
        try (RunningPair pair = RunningPair.of(RunningPair.STREAM, Side.PARENT, Side.CHILD)) {
            pair.run.order(Side.CHILD, new Order.CloseOwn());
            pair.until(() -> pair.has(Side.PARENT, Kind.END_OF_STREAM));
            long before = pair.trace.end();
            await().pollDelay(Duration.ofMillis(500)).until(() -> true);
            assertThat(pair.trace.end() - before).isLessThan(50);
        }
    }

    private static void assertNoEndOfStream(RunningPair pair, Side side) {
        await().during(Duration.ofMillis(300)).atMost(Duration.ofSeconds(10)).until(() -> !pair.has(
                side, Kind.END_OF_STREAM));
    }
}
