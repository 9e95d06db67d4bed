package org.socklens.ui.control.address;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.socklens.posix.PathEncoding;
import org.socklens.socket.Address;
import org.socklens.ui.control.SocketPathText;

/// The address that a person types: a path, or with a switch an abstract name. FX thread only; needs no toolkit.
public final class AddressForm {
    /// What the address is for.
    public enum Use {
        /// To be listened at: an abstract name may be left to the kernel.
        LISTEN,
        /// To be a client's own, for its answers: as [#LISTEN], but nobody is asked to connect to it.
        OWN,
        /// To be connected to: it must be named.
        CONNECT
    }

    private static final String UNGUARDED = "No mode bits guard it: any process of this network namespace may connect.";
    private static final String AUTOBIND = "Left empty: the kernel chooses a free name (autobind).";
    private static final String PART_OF_NAME = "The '@' typed here is part of the name.";

    private final Use use;
    private final String workingDirectory;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final BooleanProperty isAbstract = new SimpleBooleanProperty(this, "isAbstract");
    private final ReadOnlyObjectWrapper<TypedAddress> typed =
            new ReadOnlyObjectWrapper<>(this, "typed", TypedAddress.EMPTY);
    private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper(this, "hint", "");

    /// @param workingDirectory where relative paths start
    public AddressForm(Use use, String workingDirectory) {
        this.use = use;
        this.workingDirectory = workingDirectory;
        text.subscribe(this::update);
        isAbstract.subscribe(this::update);
    }

    private void update() {
        typed.set(new TypedAddress(text.get(), isAbstract.get()));
        hint.set(isAbstract.get() ? abstractHint() : SocketPathText.hint(text.get(), workingDirectory));
    }

    /// The path, or the abstract name with escapes and without the '@'.
    public StringProperty textProperty() {
        return text;
    }

    /// Whether the text is an abstract name.
    public BooleanProperty abstractProperty() {
        return isAbstract;
    }

    /// Both in one.
    public ReadOnlyObjectProperty<TypedAddress> typedProperty() {
        return typed.getReadOnlyProperty();
    }

    /// Types it all at once.
    public void type(TypedAddress address) {
        text.set(address.text());
        isAbstract.set(address.isAbstract());
    }

    /// What the text really means where that is not plain to see; otherwise empty.
    public ReadOnlyStringProperty hintProperty() {
        return hint.getReadOnlyProperty();
    }

    /// How many bytes a text takes as an address; a bad escape counts as typed.
    public int bytes(String candidate) {
        try {
            return bytesOf(candidate).length;
        } catch (BadEscape bad) {
            return candidate.length();
        }
    }

    /// What keeps the text from being an address, or empty.
    public Optional<String> problem() {
        return isAbstract.get() ? abstractProblem() : SocketPathText.problem(text.get());
    }

    /// The address; only when there is no problem.
    public Address address() {
        if (!isAbstract.get()) {
            return Address.Path.of(text.get());
        }
        try {
            byte[] name = Escapes.bytes(text.get());
            return name.length == 0 ? new Address.Autobind() : new Address.Abstract(name);
        } catch (BadEscape bad) {
            throw new IllegalStateException(bad.words());
        }
    }

    private byte[] bytesOf(String candidate) throws BadEscape {
        return isAbstract.get() ? Escapes.bytes(candidate) : PathEncoding.bytes(candidate);
    }

    private Optional<String> abstractProblem() {
        try {
            int length = Escapes.bytes(text.get()).length;
            if (length > Address.MAX_ABSTRACT_BYTES) {
                return Optional.of("The abstract name takes %d bytes, the kernel takes at most %d. Use a shorter one."
                        .formatted(length, Address.MAX_ABSTRACT_BYTES));
            }
            return length == 0 && use == Use.CONNECT
                    ? Optional.of("The abstract name is empty. Type the name that the server is bound to.")
                    : Optional.empty();
        } catch (BadEscape bad) {
            return Optional.of(bad.words());
        }
    }

    private String abstractHint() {
        String typedText = text.get();
        String notation = typedText.startsWith("@") ? PART_OF_NAME + " " : "";
        String empty = typedText.isEmpty() ? AUTOBIND + " " : "";
        return switch (use) {
            case LISTEN -> notation + empty + UNGUARDED;
            case OWN -> (notation + empty).strip();
            case CONNECT -> notation + UNGUARDED;
        };
    }
}
