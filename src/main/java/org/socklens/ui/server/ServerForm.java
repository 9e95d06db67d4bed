package org.socklens.ui.server;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.socklens.access.change.ModeAtBind;
import org.socklens.access.path.ModeText;
import org.socklens.endpoint.Senders;
import org.socklens.endpoint.ServerSettings;
import org.socklens.socket.Binding;
import org.socklens.socket.FileMode;
import org.socklens.socket.SocketType;
import org.socklens.ui.control.NumberText;
import org.socklens.ui.control.address.AddressForm;

/// What a person types before starting the server. FX thread only; needs no toolkit.
public final class ServerForm {
    private static final NumberText READ_SIZE = new NumberText("The read size", 1, ServerSettings.MAX_READ_SIZE);
    private static final NumberText BACKLOG = new NumberText("The backlog", 0, Integer.MAX_VALUE);

    private final int umask = ModeAtBind.umaskOfThisProcess();
    private final AddressForm address;
    private final StringProperty readSize = new SimpleStringProperty(this, "readSize", "16");
    private final StringProperty backlog = new SimpleStringProperty(this, "backlog", "128");
    private final StringProperty mode = new SimpleStringProperty(this, "mode", "");
    private final ObjectProperty<SocketType> type = new SimpleObjectProperty<>(this, "type", SocketType.STREAM);
    private final BooleanProperty asksForSenders = new SimpleBooleanProperty(this, "asksForSenders");
    private final HabitForm habits = new HabitForm(type);
    private final ReadOnlyStringWrapper modeHint = new ReadOnlyStringWrapper(this, "modeHint", "");

    /// @param workingDirectory where relative paths start
    public ServerForm(String workingDirectory) {
        address = new AddressForm(AddressForm.Use.LISTEN, workingDirectory);
        mode.subscribe(text -> modeHint.set(hint(text)));
    }

    /// Where to listen.
    public AddressForm address() {
        return address;
    }

    /// The path to listen on.
    public StringProperty pathProperty() {
        return address.textProperty();
    }

    /// Whether credentials are to come with what is received (SO_PASSCRED).
    public BooleanProperty asksForSendersProperty() {
        return asksForSenders;
    }

    /// The most bytes of one receive.
    public StringProperty readSizeProperty() {
        return readSize;
    }

    /// How many connections may wait.
    public StringProperty backlogProperty() {
        return backlog;
    }

    /// The type of socket.
    public ObjectProperty<SocketType> typeProperty() {
        return type;
    }

    /// How clients are to be treated.
    public HabitForm habits() {
        return habits;
    }

    /// The mode that the socket file is to have, in octal or letters; empty leaves it to the umask.
    public StringProperty modeProperty() {
        return mode;
    }

    /// The umask's part in the mode that is asked for; empty when none is.
    public ReadOnlyStringProperty modeHintProperty() {
        return modeHint.getReadOnlyProperty();
    }

    /// The mode that the umask alone leaves, as `0755`.
    public String usualMode() {
        return ModeText.octal(new ModeAtBind(ModeAtBind.STANDARD, umask).atBirth());
    }

    /// The first thing that keeps the server from starting, or empty.
    Optional<String> problem() {
        return address.problem()
                .or(habits::problem)
                .or(() -> READ_SIZE.problem(readSize.get()))
                .or(() -> BACKLOG.problem(backlog.get()))
                .or(() -> mode.get().isBlank() || bits(mode.get()).isPresent()
                        ? Optional.empty()
                        : Optional.of(("The mode is “%s”, which is none. Type nine bits in octal such as 0660, or as"
                                        + " rw-rw----; leave it empty for what the umask makes of it.")
                                .formatted(mode.get().strip())));
    }

    /// What was typed; only when there is no problem.
    ServerSettings settings() {
        Binding binding = new Binding(type.get(), address.address(), fileMode());
        Senders senders = asksForSenders.get() ? Senders.ASKED : Senders.UNASKED;
        return new ServerSettings(
                binding, READ_SIZE.value(readSize.get()), BACKLOG.value(backlog.get()), senders);
    }

    /// The read size as it stands, when it is one.
    OptionalInt readSize() {
        String typed = readSize.get();
        return READ_SIZE.problem(typed).isEmpty() ? OptionalInt.of(READ_SIZE.value(typed)) : OptionalInt.empty();
    }

    private FileMode fileMode() {
        return mode.get().isBlank()
                ? new FileMode.ByUmask()
                : new FileMode.Exactly(bits(mode.get()).orElseThrow());
    }

    private String hint(String typed) {
        OptionalInt asked = bits(typed);
        return asked.isPresent() ? new ModeAtBind(asked.getAsInt(), umask).sentence() : "";
    }

    /// The nine bits that were typed: set-id and sticky mean nothing at bind.
    private static OptionalInt bits(String typed) {
        OptionalInt octal = ModeText.parseOctal(typed.strip());
        OptionalInt mode = octal.isPresent() ? octal : ModeText.parseSymbolic(typed.strip());
        return mode.isPresent() && (mode.getAsInt() & ~FileMode.ALL) == 0 ? mode : OptionalInt.empty();
    }
}
