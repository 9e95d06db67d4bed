package org.socklens.ui.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socklens.socket.SocketType;
import org.socklens.ui.Panels;
import org.socklens.ui.control.Tone;

/// What a person tells the server to do, and what is seen of it.
class ServerHabitFormTest {
    @TempDir
    Path directory = Path.of("");

    private final Panels panels = new Panels();
    private final HabitForm habits = panels.server.form().habits();

    @AfterEach
    void close() {
        panels.close();
    }

    private Path socket() {
        return directory.resolve("s");
    }

    private void connect() {
        panels.client.form().pathProperty().set(socket().toString());
        panels.client.toggle();
        panels.until(panels.client::isConnected);
    }

    private void send(String message) {
        panels.client.messageProperty().set(message);
        panels.client.send();
    }

    /// Waits until the transcript tells the change.
    private void change(HabitChoice choice) {
        long rows = panels.server.transcript().end();
        habits.choiceProperty().set(choice);
        panels.until(() -> panels.server.transcript().end() > rows);
    }

    @Test
    void aHabitIsTakenUpWhileTheServerRuns() {
        panels.listen(socket());
        connect();
        panels.until(() -> !panels.server.clients().isEmpty());
        change(HabitChoice.DISCARD);
        send("hello");
        panels.until(() -> panels.server.transcript().bytesReceived() == 5);
        change(HabitChoice.ECHO);
        send("world");
        panels.until(() -> panels.client.transcript().bytesReceived() == 5);
        assertThat(panels.server.transcript().bytesSent()).isEqualTo(5);
    }

    @Test
    void aHabitChosenBeforeTheStartHoldsFromTheFirstClientOn() {
        habits.choiceProperty().set(HabitChoice.CLOSE_AFTER);
        habits.numberProperty().set("5");
        panels.listen(socket());
        connect();
        send("hello");
        panels.until(() -> !panels.client.runningProperty().get());
        assertThat(panels.client.transcript().bytesReceived()).isEqualTo(5);
    }

    @Test
    void eachHabitTellsWhatItMeansAndAsksForItsNumberOnly() {
        assertThat(habits.hintProperty().get()).isEmpty();
        assertThat(habits.unitProperty().get()).isEmpty();
        habits.choiceProperty().set(HabitChoice.REPLY_AFTER);
        assertThat(habits.unitProperty().get()).isEqualTo("ms");
        assertThat(habits.numberProperty().get()).isEqualTo("1000");
        habits.choiceProperty().set(HabitChoice.STOP_ACCEPTING);
        assertThat(habits.unitProperty().get()).isEmpty();
        assertThat(habits.hintProperty().get()).contains("wait in the queue").contains("EAGAIN");
    }

    @Test
    void aNumberThatIsNoneIsToldAndTheOldHabitStays() {
        panels.listen(socket());
        habits.choiceProperty().set(HabitChoice.CLOSE_AFTER);
        habits.numberProperty().set("five");
        assertThat(habits.hintProperty().get()).startsWith("The number of bytes is “five”");
        assertThat(habits.habit()).isEmpty();
        panels.server.toggle();
        panels.until(() -> !panels.server.runningProperty().get());
        assertThat(panels.startError(socket().toString())).startsWith("The number of bytes is “five”");
    }

    @Test
    void datagramsAreToldThatTheyHaveNoConnectionToClose() {
        panels.server.form().typeProperty().set(SocketType.DGRAM);
        habits.choiceProperty().set(HabitChoice.RESET);
        assertThat(habits.hintProperty().get()).isEqualTo(
                "“reset” means nothing to datagrams, which have no connection. Choose another.");
        habits.choiceProperty().set(HabitChoice.DISCARD);
        assertThat(habits.hintProperty().get()).startsWith("Everything is received");
    }

    @Test
    void aFullQueueIsShownAgainstTheBacklog() {
        panels.server.form().backlogProperty().set("0");
        habits.choiceProperty().set(HabitChoice.STOP_ACCEPTING);
        panels.listen(socket());
        connect();
        panels.until(() -> panels.server.waitingProperty().get().equals("1 of 0 waiting · full"));
        assertThat(panels.server.waitingToneProperty().get()).isEqualTo(Tone.DANGER);
        habits.choiceProperty().set(HabitChoice.ECHO);
        panels.until(() -> panels.server.waitingProperty().get().equals("0 of 0 waiting"));
        assertThat(panels.server.waitingToneProperty().get()).isEqualTo(Tone.MUTED);
    }
}
