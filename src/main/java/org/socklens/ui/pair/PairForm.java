package org.socklens.ui.pair;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.socklens.endpoint.pair.PairPlan;
import org.socklens.endpoint.pair.Side;
import org.socklens.socket.PairSettings;
import org.socklens.socket.SocketType;
import org.socklens.ui.control.NumberText;

/// What a person chooses before the pair is made. FX thread only; needs no toolkit.
public final class PairForm {
    private static final NumberText PROTOCOL = new NumberText("The protocol", 0, Integer.MAX_VALUE);

    private final ObjectProperty<SocketType> type = new SimpleObjectProperty<>(this, "type", SocketType.STREAM);
    private final StringProperty protocol = new SimpleStringProperty(this, "protocol", "0");
    private final BooleanProperty closeOnExec = new SimpleBooleanProperty(this, "closeOnExec");
    private final BooleanProperty nonBlocking = new SimpleBooleanProperty(this, "nonBlocking");
    private final StringProperty message = new SimpleStringProperty(this, "message", "ping");
    private final StringProperty answer = new SimpleStringProperty(this, "answer", "pong");

    /// The types that can be chosen.
    public List<SocketType> types() {
        return List.of(SocketType.values());
    }

    /// The type of both sockets.
    public ObjectProperty<SocketType> typeProperty() {
        return type;
    }

    /// The protocol's number, as typed; 0 is the family's own.
    public StringProperty protocolProperty() {
        return protocol;
    }

    /// Whether starting another program closes the ends (SOCK_CLOEXEC).
    public BooleanProperty closeOnExecProperty() {
        return closeOnExec;
    }

    /// Whether no call on the ends waits (SOCK_NONBLOCK).
    public BooleanProperty nonBlockingProperty() {
        return nonBlocking;
    }

    /// What the parent sends first.
    public StringProperty messageProperty() {
        return message;
    }

    /// What the child answers to it.
    public StringProperty answerProperty() {
        return answer;
    }

    /// The first thing that keeps the pair from being made, or empty.
    Optional<String> problem() {
        return PROTOCOL.problem(protocol.get()).or(() -> isOfStream() && (message.get().isEmpty() || answer.get().isEmpty())
                ? Optional.of("A stream cannot carry zero bytes: type a message and an answer.")
                : Optional.empty());
    }

    private boolean isOfStream() {
        return type.get() == SocketType.STREAM;
    }

    /// What was chosen; only when there is no problem.
    ///
    /// @param closing the sides that close the end which they do not use
    PairPlan plan(Set<Side> closing) {
        PairSettings settings = new PairSettings(
                type.get(), PROTOCOL.value(protocol.get()), closeOnExec.get(), nonBlocking.get());
        return new PairPlan(settings, closing, message.get(), answer.get());
    }
}
