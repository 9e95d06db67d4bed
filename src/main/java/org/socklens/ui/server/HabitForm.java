package org.socklens.ui.server;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.socklens.endpoint.habit.Habit;
import org.socklens.socket.SocketType;
import org.socklens.ui.server.HabitChoice.Amount;

/// How a person wants clients to be treated; may change at any time. FX thread only; needs no toolkit.
public final class HabitForm {
    private final ObservableValue<SocketType> type;
    private final ObjectProperty<HabitChoice> choice = new SimpleObjectProperty<>(this, "choice", HabitChoice.ECHO);
    private final StringProperty number = new SimpleStringProperty(this, "number", "");
    private final ReadOnlyStringWrapper unit = new ReadOnlyStringWrapper(this, "unit", "");
    private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper(this, "hint", "");

    /// @param type of the server's socket
    HabitForm(ObservableValue<SocketType> type) {
        this.type = type;
        choice.subscribe(chosen -> {
            Amount amount = chosen.amount();
            unit.set(amount.unit());
            number.set(amount.isAsked() ? Integer.toString(amount.usual()) : "");
            tell();
        });
        number.subscribe(this::tell);
        type.subscribe(this::tell);
    }

    /// What is chosen.
    public ObjectProperty<HabitChoice> choiceProperty() {
        return choice;
    }

    /// The number that belongs to it, as typed; empty where none is asked.
    public StringProperty numberProperty() {
        return number;
    }

    /// What the number counts; empty where none is asked.
    public ReadOnlyStringProperty unitProperty() {
        return unit.getReadOnlyProperty();
    }

    /// What the choice means for clients, or what keeps it from being taken up; empty for the usual.
    public ReadOnlyStringProperty hintProperty() {
        return hint.getReadOnlyProperty();
    }

    /// What keeps the choice from being taken up, or empty.
    Optional<String> problem() {
        HabitChoice chosen = choice.get();
        Optional<String> badNumber =
                chosen.amount().isAsked() ? chosen.amount().text().problem(number.get()) : Optional.empty();
        return badNumber.or(() -> made().appliesTo(type.getValue())
                ? Optional.empty()
                : Optional.of("“%s” means nothing to datagrams, which have no connection. Choose another."
                        .formatted(chosen)));
    }

    /// The habit, when it can be taken up.
    Optional<Habit> habit() {
        return problem().isEmpty() ? Optional.of(made()) : Optional.empty();
    }

    private Habit made() {
        HabitChoice chosen = choice.get();
        return chosen.habit(chosen.amount().isAsked() ? chosen.amount().text().value(number.get()) : 0);
    }

    private void tell() {
        hint.set(problem().orElse(choice.get().explanation()));
    }
}
