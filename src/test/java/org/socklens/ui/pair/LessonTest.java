package org.socklens.ui.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.socklens.endpoint.pair.ChildProgram;
import org.socklens.posix.CallTrace;
import org.socklens.socket.SocketType;
import org.socklens.socket.linux.LinuxSocketDoor;
import org.socklens.traffic.Kind;
import org.socklens.traffic.Limits;
import org.socklens.traffic.Row;
import org.socklens.traffic.Transcript;

/// What the page says while a real child process lives and dies.
class LessonTest {
    private final PairModel model = new PairModel(
            new LinuxSocketDoor(new CallTrace()),
            ChildProgram.ofThisProgram("org.socklens.Socklens"),
            new Transcript(Limits.standard()),
            new Transcript(Limits.standard()));

    @AfterEach
    void close() {
        model.close();
        assertThat(ProcessHandle.current().children().toList()).as("children left behind").isEmpty();
    }

    private void run() {
        model.run();
        until(() -> model.parent().transcript().bytesReceived() > 0 && model.child().aliveProperty().get());
    }

    private void until(Callable<Boolean> condition) {
        await().atMost(20, TimeUnit.SECONDS).until(() -> {
            model.refresh();
            return condition.call();
        });
    }

    private void untilLesson(String... words) {
        await().atMost(20, TimeUnit.SECONDS).untilAsserted(() -> {
            model.refresh();
            assertThat(model.lessonProperty().get()).contains(words);
        });
    }

    private static boolean hasEndOfStream(PairSideModel side) {
        Transcript transcript = side.transcript();
        for (long i = transcript.first(); i < transcript.end(); i++) {
            Row row = transcript.row(i);
            if (row != null && row.kind() == Kind.END_OF_STREAM) {
                return true;
            }
        }
        return false;
    }

    @Test
    void endOfStreamThatNeverComesAfterForkIsExplainedByWhoHoldsTheCopy() {
        run();
        untilLesson("Each process holds a copy of both ends, as after every fork.");
        model.parent().closeOwn();
        untilLesson(
                "The parent has closed its end, yet no end of stream comes to the child:",
                "the child itself still holds a copy (fd ",
                "It comes when the last copy closes.");
        assertThat(hasEndOfStream(model.child())).isFalse();
        assertThat(model.child().copyProperty().get().title()).startsWith("fd ");
        model.child().closeUnusedProperty().set(true);
        untilLesson("The parent has closed its end, and that was the last copy: end of stream has come to the child.");
        until(() -> hasEndOfStream(model.child()));
        assertThat(model.child().copyProperty().get().title()).isEqualTo("closed");
        assertThat(model.child().switchableProperty().get()).isFalse();
        assertThat(model.child().switchHintProperty().get()).isEqualTo("Closed: only a new run brings it back");
    }

    @Test
    void aKilledChildEndsNoStreamWhileTheParentHoldsACopy() {
        run();
        model.child().kill();
        untilLesson("The child has ended, yet no end of stream comes to the parent: the parent itself still holds");
        assertThat(model.child().stateProperty().get()).isEqualTo("killed by SIGKILL");
        assertThat(model.child().cannotSendProperty().get()).isEqualTo("The child does not run");
        model.parent().closeUnusedProperty().set(true);
        untilLesson("that was the last copy: end of stream has come to the parent.");
    }

    @Test
    void whereNobodyHoldsAnUnusedEndTheStreamEndsAtOnce() {
        model.parent().closeUnusedProperty().set(true);
        model.child().closeUnusedProperty().set(true);
        run();
        untilLesson("Each process holds only the end that it uses");
        model.child().closeOwn();
        untilLesson("The child has closed its end, and that was the last copy");
        until(() -> hasEndOfStream(model.parent()));
        assertThat(model.child().cannotSendProperty().get()).isEqualTo("This side has closed its end");
    }

    @Test
    void datagramsKnowNoEndOfStream() {
        model.form().typeProperty().set(SocketType.DGRAM);
        model.parent().closeUnusedProperty().set(true);
        model.child().closeUnusedProperty().set(true);
        run();
        model.child().closeOwn();
        untilLesson("Datagrams know no end of stream: the parent learns of it only when it sends (ECONNREFUSED).");
    }

    @Test
    void aHaltedChildLetsTheQueueFill() {
        run();
        model.child().haltOrContinue();
        untilLesson("The child is halted: what the parent sends stays in the queue");
        model.parent().fill();
        untilLesson("it is full, and ", " bytes wait");
        assertThat(model.parent().waitingProperty().get()).endsWith(" bytes wait to be sent");
        assertThat(model.child().queuedProperty().get()).doesNotStartWith("0 B");
        model.child().haltOrContinue();
        untilLesson("Each process holds a copy of both ends");
        until(() -> model.child().transcript().bytesReceived() == 4 + (1 << 20));
    }

    @Test
    void aProtocolThatUnixSocketsLackIsRefusedWithItsErrno() {
        model.form().protocolProperty().set("6");
        model.run();
        until(() -> !model.runningProperty().get());
        assertThat(model.errorProperty().get())
                .isEqualTo("socketpair: EPROTONOSUPPORT (93, Protocol not supported). Unix sockets have no protocol 6:"
                        + " they know 0 and 1, both their own. Type 0.");
        assertThat(model.stateProperty().get()).isEqualTo("refused");
    }

    @ParameterizedTest
    @EnumSource(SocketType.class)
    void runWhileAPairRunsMakesANewOneOfTheChosenType(SocketType type) {
        run();
        String before = model.child().pidProperty().get();
        model.form().typeProperty().set(type);
        model.run();
        until(() -> model.parent().transcript().bytesReceived() == 8);
        until(() -> model.stateProperty().get().equals(type + " · two processes"));
        assertThat(model.child().pidProperty().get()).isNotEqualTo(before);
    }

    @Test
    void whatCannotBeReadAsAProtocolIsToldBeforeAnyCall() {
        model.form().protocolProperty().set("tcp");
        model.run();
        assertThat(model.errorProperty().get()).startsWith("The protocol is “tcp”, which is not a whole number.");
        assertThat(model.runningProperty().get()).isFalse();
    }

    @Test
    void aStreamCarriesNoEmptyMessageButDatagramsDo() {
        model.form().messageProperty().set("");
        model.run();
        assertThat(model.errorProperty().get()).startsWith("A stream cannot carry zero bytes");
        model.form().typeProperty().set(SocketType.SEQPACKET);
        run();
        assertThat(model.errorProperty().get()).isEmpty();
        assertThat(hasEndOfStream(model.child())).isFalse();
    }
}
