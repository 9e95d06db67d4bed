package org.socklens.ui.client;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.socklens.endpoint.ClientSettings;
import org.socklens.endpoint.Senders;
import org.socklens.endpoint.ServerSettings;
import org.socklens.socket.Address;
import org.socklens.socket.SocketType;
import org.socklens.ui.control.NumberText;
import org.socklens.ui.control.address.AddressForm;
import org.socklens.ui.control.address.TypedAddress;

/// What a person types before connecting the client. FX thread only; needs no toolkit.
public final class ClientForm {
    private static final NumberText READ_SIZE = new NumberText("The receive size", 1, ServerSettings.MAX_READ_SIZE);

    private final AddressForm address;
    private final AddressForm own;
    private final StringProperty readSize = new SimpleStringProperty(this, "readSize", "4096");
    private final ObjectProperty<SocketType> type = new SimpleObjectProperty<>(this, "type", SocketType.STREAM);
    private final ObjectProperty<OwnName> ownName = new SimpleObjectProperty<>(this, "ownName", OwnName.AUTOBIND);
    private final BooleanProperty asksForSenders = new SimpleBooleanProperty(this, "asksForSenders");
    private TypedAddress followed = TypedAddress.EMPTY;

    /// @param workingDirectory where relative paths start
    public ClientForm(String workingDirectory) {
        address = new AddressForm(AddressForm.Use.CONNECT, workingDirectory);
        own = new AddressForm(AddressForm.Use.OWN, workingDirectory);
    }

    /// Where to connect to.
    public AddressForm address() {
        return address;
    }

    /// The path to connect to.
    public StringProperty pathProperty() {
        return address.textProperty();
    }

    /// The most bytes of one receive.
    public StringProperty readSizeProperty() {
        return readSize;
    }

    /// The type of socket.
    public ObjectProperty<SocketType> typeProperty() {
        return type;
    }

    /// What the client itself is bound to; counts for datagrams only.
    public ObjectProperty<OwnName> ownNameProperty() {
        return ownName;
    }

    /// The client's own name when it is [OwnName#NAMED].
    public AddressForm own() {
        return own;
    }

    /// Whether credentials are to come with what is received (SO_PASSCRED).
    public BooleanProperty asksForSendersProperty() {
        return asksForSenders;
    }

    /// Takes over the server's address, unless another one was typed here.
    public void follow(TypedAddress server) {
        if (address.typedProperty().get().equals(followed)) {
            address.type(server);
        }
        followed = server;
    }

    /// Takes the server's address again.
    public void useServerAddress() {
        address.type(followed);
    }

    /// The first thing that keeps the client from connecting, or empty.
    Optional<String> problem() {
        return address.problem()
                .or(() -> READ_SIZE.problem(readSize.get()))
                .or(() -> isNamed() ? own.problem().map(words -> "The client's own name: " + words) : Optional.empty());
    }

    private boolean isNamed() {
        return type.get() == SocketType.DGRAM && ownName.get() == OwnName.NAMED;
    }

    /// What was typed; only when there is no problem.
    ClientSettings settings() {
        return new ClientSettings(
                type.get(),
                address.address(),
                type.get() == SocketType.DGRAM ? ownAddress() : new Address.Unnamed(),
                READ_SIZE.value(readSize.get()),
                asksForSenders.get() ? Senders.ASKED : Senders.UNASKED);
    }

    private Address ownAddress() {
        return switch (ownName.get()) {
            case AUTOBIND -> new Address.Autobind();
            case NAMED -> own.address();
            case UNBOUND -> new Address.Unnamed();
        };
    }
}
