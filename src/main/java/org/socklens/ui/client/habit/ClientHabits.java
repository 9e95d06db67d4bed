package org.socklens.ui.client.habit;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.socklens.endpoint.Client;
import org.socklens.endpoint.FileProgress;
import org.socklens.endpoint.Repetition;
import org.socklens.ui.control.NumberText;

/// What the client does beyond sending one message at once, and what of it is under way. FX thread only; needs no
/// toolkit.
public final class ClientHabits {
    private static final NumberText REPEAT_MILLIS = new NumberText("The time between two repeats", 1, 3_600_000);

    private final PaceForm pace = new PaceForm();
    private final Reconnection reconnection = new Reconnection();
    private final StringProperty repeatMillis = new SimpleStringProperty(this, "repeatMillis", "1000");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyStringWrapper repeating = new ReadOnlyStringWrapper(this, "repeating", "");
    private final ReadOnlyStringWrapper file = new ReadOnlyStringWrapper(this, "file", "");
    private final ReadOnlyBooleanWrapper fileUnderWay = new ReadOnlyBooleanWrapper(this, "fileUnderWay");
    private final ReadOnlyDoubleWrapper fileFraction = new ReadOnlyDoubleWrapper(this, "fileFraction");
    private @Nullable Client client;
    private @Nullable FileProgress seen;

    /// Nothing is under way, and messages go at once.
    public ClientHabits() {
        pace.onChange(this::paceChanged);
        repeatMillis.subscribe(this::tellProblem);
        reconnection.wantedProperty().subscribe(this::tellProblem);
        reconnection.secondsProperty().subscribe(this::tellProblem);
    }

    private void paceChanged() {
        tellProblem();
        Client open = client;
        if (open != null) {
            pace.pace().ifPresent(open::pace);
        }
    }

    private void tellProblem() {
        problem.set(pace.problem()
                .or(() -> REPEAT_MILLIS.problem(repeatMillis.get()))
                .or(reconnection::problem)
                .orElse(""));
    }

    /// Whether what is sent goes in pieces.
    public PaceForm pace() {
        return pace;
    }

    /// Whether the client connects again by itself.
    public Reconnection reconnection() {
        return reconnection;
    }

    /// The time from one repeat to the next in milliseconds, as typed.
    public StringProperty repeatMillisProperty() {
        return repeatMillis;
    }

    /// What keeps a choice from being taken up, or empty.
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// What is repeated and how often it was, or empty.
    public ReadOnlyStringProperty repeatingProperty() {
        return repeating.getReadOnlyProperty();
    }

    /// How far the file is or how it ended, or empty.
    public ReadOnlyStringProperty fileProperty() {
        return file.getReadOnlyProperty();
    }

    /// Whether more of the file is to come.
    public ReadOnlyBooleanProperty fileUnderWayProperty() {
        return fileUnderWay.getReadOnlyProperty();
    }

    /// How much of the file is sent, from 0 to 1.
    public ReadOnlyDoubleProperty fileFractionProperty() {
        return fileFraction.getReadOnlyProperty();
    }

    /// A client is about to connect.
    public void began(Client connecting) {
        client = connecting;
        seen = null;
        reconnection.cancel();
        file.set("");
        pace.pace().ifPresent(connecting::pace);
    }

    /// Repeats a message; what keeps it from being repeated, or empty.
    public Optional<String> repeat(byte[] message) {
        Optional<String> bad = REPEAT_MILLIS.problem(repeatMillis.get());
        if (bad.isEmpty() && client != null) {
            client.repeat(message, REPEAT_MILLIS.value(repeatMillis.get()));
        }
        return bad;
    }

    /// Repeats no more.
    public void stopRepeating() {
        if (client != null) {
            client.stopRepeating();
        }
    }

    /// Sends a file.
    public void sendFile(Path path) {
        if (client != null) {
            client.sendFile(path);
        }
    }

    /// Sends no more of the file.
    public void cancelFile() {
        if (client != null) {
            client.cancelFile();
        }
    }

    /// Takes in what is under way; once a pulse.
    public void refresh() {
        Client open = client;
        if (open == null) {
            return;
        }
        Repetition repetition = open.repetition();
        repeating.set(repetition == null ? "" : words(repetition));
        FileProgress now = open.file();
        if (now != null && !now.equals(seen)) {
            seen = now;
            show(now);
        }
    }

    private static String words(Repetition repetition) {
        String skipped = repetition.skipped() == 0
                ? ""
                : ", left out %,d times while the send waited".formatted(repetition.skipped());
        return "repeated %,d times".formatted(repetition.sent()) + skipped;
    }

    private void show(FileProgress now) {
        fileUnderWay.set(now.isUnderWay());
        fileFraction.set(now.fraction());
        file.set(now.isUnderWay() ? "%s: %,d of %,d bytes".formatted(now.name(), now.sent(), now.total()) : now.end());
    }

    /// The client is closed.
    public void ended() {
        refresh();
        client = null;
        repeating.set("");
        fileUnderWay.set(false);
    }
}
