package org.socklens.ui.client.habit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socklens.traffic.RowFilter;
import org.socklens.ui.Panels;
import org.socklens.ui.server.HabitChoice;

/// What a person lets the client do by itself, and what is seen of it.
class ClientHabitsTest {
    @TempDir
    Path directory = Path.of("");

    private final Panels panels = new Panels();
    private final ClientHabits habits = panels.client.habits();

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

    private String countdown() {
        return habits.reconnection().countdownProperty().get();
    }

    private Path file(int size) throws Exception {
        return Files.write(directory.resolve("notes.bin"), new byte[size]);
    }

    @Test
    void piecesAreTakenUpWhileConnected() {
        panels.listen(socket());
        connect();
        habits.pace().bytesProperty().set("2");
        habits.pace().millisProperty().set("1");
        habits.pace().inPiecesProperty().set(true);
        panels.client.messageProperty().set("hello");
        panels.client.send();
        panels.until(() -> panels.client.transcript().bytesReceived() == 5);
        assertThat(panels.client.transcript().count(RowFilter.SENT)).isEqualTo(3);
    }

    @Test
    void aNumberThatIsNoneIsTold() {
        habits.repeatMillisProperty().set("0");
        assertThat(habits.problemProperty().get()).startsWith("The time between two repeats is 0");
        habits.pace().inPiecesProperty().set(true);
        habits.pace().bytesProperty().set("few");
        assertThat(habits.problemProperty().get()).startsWith("The size of a piece is “few”");
        habits.pace().inPiecesProperty().set(false);
        habits.repeatMillisProperty().set("10");
        assertThat(habits.problemProperty().get()).isEmpty();
    }

    @Test
    void aRepeatedMessageStaysTypedAndIsCounted() {
        panels.listen(socket());
        connect();
        habits.repeatMillisProperty().set("5");
        panels.client.messageProperty().set("ping");
        panels.client.repeat();
        panels.until(() -> panels.client.transcript().bytesReceived() >= 12);
        assertThat(panels.client.messageProperty().get()).isEqualTo("ping");
        assertThat(habits.repeatingProperty().get()).startsWith("repeated ");
        habits.stopRepeating();
        panels.until(() -> habits.repeatingProperty().get().isEmpty());
    }

    @Test
    void anEmptyMessageIsNotRepeated() {
        panels.listen(socket());
        connect();
        panels.client.repeat();
        assertThat(panels.client.errorProperty().get()).startsWith("The message is empty");
    }

    @Test
    void aFileIsSentAndItsEndIsTold() throws Exception {
        panels.listen(socket());
        connect();
        habits.sendFile(file(100_000));
        panels.until(() -> habits.fileProperty().get().equals("notes.bin: sent after 100,000 of 100,000 bytes"));
        assertThat(habits.fileUnderWayProperty().get()).isFalse();
        panels.until(() -> panels.client.transcript().bytesReceived() == 100_000);
    }

    @Test
    void aFileThatNobodyReadsShowsItsProgressHoldsMessagesBackAndIsCancelled() throws Exception {
        panels.server.form().habits().choiceProperty().set(HabitChoice.STOP_READING);
        panels.listen(socket());
        connect();
        habits.sendFile(file(10_000_000));
        panels.until(() -> habits.fileUnderWayProperty().get() && habits.fileFractionProperty().get() > 0);
        assertThat(habits.fileProperty().get()).startsWith("notes.bin: ").endsWith(" of 10,000,000 bytes");
        panels.client.messageProperty().set("hello");
        panels.client.send();
        assertThat(panels.client.errorProperty().get()).startsWith("A file is being sent");
        assertThat(panels.client.messageProperty().get()).isEqualTo("hello");
        habits.cancelFile();
        panels.until(() -> habits.fileProperty().get().startsWith("notes.bin: cancelled after "));
        assertThat(habits.fileUnderWayProperty().get()).isFalse();
    }

    @Test
    void aRefusedConnectIsTriedAgainAfterACountdown() {
        habits.reconnection().secondsProperty().set("1");
        habits.reconnection().wantedProperty().set(true);
        panels.connectError(socket().toString());
        assertThat(countdown()).isEqualTo("connects again in 1 s");
        panels.listen(socket());
        panels.until(panels.client::isConnected);
        assertThat(countdown()).isEmpty();
    }

    @Test
    void aLostConnectionIsMadeAgainButOneThatWasLeftIsNot() {
        panels.listen(socket());
        habits.reconnection().secondsProperty().set("1");
        habits.reconnection().wantedProperty().set(true);
        connect();
        panels.server.toggle();
        panels.until(() -> !countdown().isEmpty());
        panels.until(() -> !panels.server.runningProperty().get());
        panels.listen(socket());
        panels.until(panels.client::isConnected);
        panels.client.toggle();
        panels.until(() -> !panels.client.runningProperty().get());
        assertThat(countdown()).isEmpty();
    }

    @Test
    void theCountdownIsCancelledByItsButtonAndByTheSwitch() {
        habits.reconnection().secondsProperty().set("100");
        habits.reconnection().wantedProperty().set(true);
        panels.connectError(socket().toString());
        assertThat(countdown()).isEqualTo("connects again in 100 s");
        habits.reconnection().cancel();
        assertThat(countdown()).isEmpty();
        panels.client.toggle();
        panels.until(() -> !countdown().isEmpty());
        habits.reconnection().wantedProperty().set(false);
        assertThat(countdown()).isEmpty();
    }
}
