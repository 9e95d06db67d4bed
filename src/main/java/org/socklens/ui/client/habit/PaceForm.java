package org.socklens.ui.client.habit;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.socklens.endpoint.habit.Pace;
import org.socklens.ui.control.NumberText;

/// Whether what is sent goes in pieces, as a person chooses it; may change at any time. FX thread only.
public final class PaceForm {
    private static final NumberText BYTES = new NumberText("The size of a piece", 1, Integer.MAX_VALUE);
    private static final NumberText MILLIS = new NumberText("The pause", 0, 3_600_000);

    private final BooleanProperty inPieces = new SimpleBooleanProperty(this, "inPieces");
    private final StringProperty bytes = new SimpleStringProperty(this, "bytes", "16");
    private final StringProperty millis = new SimpleStringProperty(this, "millis", "100");

    /// Whether pieces are wanted.
    public BooleanProperty inPiecesProperty() {
        return inPieces;
    }

    /// The most bytes of a piece, as typed.
    public StringProperty bytesProperty() {
        return bytes;
    }

    /// The pause after a piece in milliseconds, as typed.
    public StringProperty millisProperty() {
        return millis;
    }

    /// Calls after each change.
    void onChange(Runnable changed) {
        inPieces.subscribe(changed);
        bytes.subscribe(changed);
        millis.subscribe(changed);
    }

    /// What keeps the choice from being taken up, or empty.
    Optional<String> problem() {
        return inPieces.get()
                ? BYTES.problem(bytes.get()).or(() -> MILLIS.problem(millis.get()))
                : Optional.empty();
    }

    /// The pace, when it can be taken up.
    Optional<Pace> pace() {
        if (problem().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                inPieces.get()
                        ? new Pace.Pieces(BYTES.value(bytes.get()), MILLIS.value(millis.get()))
                        : new Pace.AtOnce());
    }
}
