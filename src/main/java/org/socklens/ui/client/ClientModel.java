package org.socklens.ui.client;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.socklens.endpoint.Client;
import org.socklens.endpoint.ClientSettings;
import org.socklens.endpoint.ClientState;
import org.socklens.socket.Address;
import org.socklens.socket.Passable;
import org.socklens.socket.SocketDoor;
import org.socklens.socket.SocketFailure;
import org.socklens.socket.SocketType;
import org.socklens.traffic.Transcript;
import org.socklens.ui.client.habit.ClientHabits;
import org.socklens.ui.control.FailureWords;
import org.socklens.ui.control.Tone;
import org.socklens.ui.control.descriptor.DescriptorsModel;
import org.socklens.ui.control.facts.PeerFacts;
import org.socklens.ui.control.facts.QueueWords;

/// State and actions of the client panel. FX thread only; needs no toolkit.
public final class ClientModel implements AutoCloseable {
    private final SocketDoor door;
    private final Transcript transcript;
    private final FailureWords failureWords;
    private final ClientForm form;
    private final PeerFacts peerFacts;
    private final ClientHabits habits = new ClientHabits();
    private final MessageHistory history = new MessageHistory();
    private final StringProperty message = new SimpleStringProperty(this, "message", "");
    private final ObjectProperty<MessageFormat> format = new SimpleObjectProperty<>(this, "format", MessageFormat.TEXT);
    private final ObjectProperty<LineEnding> ending = new SimpleObjectProperty<>(this, "ending", LineEnding.NONE);
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper(this, "state", "not connected");
    private final ReadOnlyObjectWrapper<Tone> tone = new ReadOnlyObjectWrapper<>(this, "tone", Tone.MUTED);
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ReadOnlyBooleanWrapper canSend = new ReadOnlyBooleanWrapper(this, "canSend");
    private final ReadOnlyStringWrapper cannotSend = new ReadOnlyStringWrapper(this, "cannotSend", "Connect first");
    private final ReadOnlyStringWrapper waiting = new ReadOnlyStringWrapper(this, "waiting", "");
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper(this, "error", "");
    private final ReadOnlyBooleanWrapper explainable = new ReadOnlyBooleanWrapper(this, "explainable");
    private final DescriptorsModel descriptors = new DescriptorsModel();
    private @Nullable ClientSettings settings;
    private @Nullable Client client;
    private @Nullable ClientState seen;
    private boolean leaving;

    /// A client that is not connected.
    ///
    /// @param form what a person types before
    /// @param peerFacts tells of the other end
    public ClientModel(
            SocketDoor door, Transcript transcript, FailureWords failureWords, ClientForm form, PeerFacts peerFacts) {
        this.form = form;
        this.door = door;
        this.transcript = transcript;
        this.failureWords = failureWords;
        this.peerFacts = peerFacts;
        peerFacts.latestProperty().subscribe(this::factsChanged);
    }

    /// What a person types before connecting.
    public ClientForm form() {
        return form;
    }

    /// What the client does beyond one message at once.
    public ClientHabits habits() {
        return habits;
    }

    /// What is known of the other end.
    public PeerFacts peerFacts() {
        return peerFacts;
    }

    /// What sockets lack on this system, in a sentence, or empty.
    public String lacks() {
        return door.lacks();
    }

    /// The types that can be chosen.
    public List<SocketType> types() {
        return door.types().stream().sorted().toList();
    }

    /// The message, as typed.
    public StringProperty messageProperty() {
        return message;
    }

    /// How the message becomes bytes.
    public ObjectProperty<MessageFormat> formatProperty() {
        return format;
    }

    /// What is added after each message.
    public ObjectProperty<LineEnding> endingProperty() {
        return ending;
    }

    /// In a few words: `not connected`, `connected · pid 12 socat` …
    public ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// How the state is coloured.
    public ReadOnlyObjectProperty<Tone> toneProperty() {
        return tone.getReadOnlyProperty();
    }

    /// Whether there is a connection, or one is being made.
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// Whether a message can be sent now.
    public ReadOnlyBooleanProperty canSendProperty() {
        return canSend.getReadOnlyProperty();
    }

    /// Why no message can be sent now.
    public ReadOnlyStringProperty cannotSendProperty() {
        return cannotSend.getReadOnlyProperty();
    }

    /// How much waits to be sent, or empty.
    public ReadOnlyStringProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /// What went wrong and what to do, or empty.
    public ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    /// Whether the error is about the path, so that the socket file panel can tell more.
    public ReadOnlyBooleanProperty explainableProperty() {
        return explainable.getReadOnlyProperty();
    }

    /// The messages that were sent.
    public MessageHistory history() {
        return history;
    }

    /// The descriptors that the client holds.
    public DescriptorsModel descriptors() {
        return descriptors;
    }

    /// What the client moves.
    public Transcript transcript() {
        return transcript;
    }

    /// Connects, or disconnects in order.
    public void toggle() {
        Client current = client;
        if (current == null) {
            connect();
        } else {
            leaving = true;
            current.disconnect();
        }
    }

    private void connect() {
        habits.reconnection().cancel();
        Optional<String> problem = form.problem();
        tell(problem.orElse(""));
        if (problem.isPresent()) {
            return;
        }
        ClientSettings asked = form.settings();
        settings = asked;
        Client made = new Client(door, asked, transcript);
        client = made;
        seen = null;
        leaving = false;
        habits.began(made);
        running.set(true);
        state.set("connecting");
        tone.set(Tone.MUTED);
        made.connect();
    }

    /// Sends the message and remembers it. On a problem nothing is sent and the message stays.
    public void send() {
        Client current = client;
        if (current == null) {
            return;
        }
        typed().ifPresent(bytes -> {
            if (habits.fileUnderWayProperty().get()) {
                tell("A file is being sent: this message would stand in the middle of it. Wait, or cancel the file.");
            } else if (current.send(bytes)) {
                tell("");
                history.add(message.get());
                message.set("");
            } else {
                tell("Too much waits to be sent already: the peer does not read. Wait, or disconnect.");
            }
        });
    }

    /// Sends the message again and again; it stays where it is typed.
    public void repeat() {
        typed().ifPresent(bytes -> tell(habits.repeat(bytes).orElse("")));
    }

    /// The bytes of the message, when they can be sent now; what keeps them from being sent is told.
    private Optional<byte[]> typed() {
        if (!canSend.get()) {
            return Optional.empty();
        }
        try {
            byte[] bytes = ending.get().after(format.get().bytes(message.get()));
            if (bytes.length > 0 || form.typeProperty().get() != SocketType.STREAM) {
                return Optional.of(bytes);
            }
            tell("The message is empty: a stream cannot carry zero bytes. Type something.");
        } catch (BadMessage bad) {
            tell(bad.words());
        }
        return Optional.empty();
    }

    /// Sends the message with an open descriptor beside it, and leaves it typed: whether that could be opened is known
    /// later. An empty message becomes one zero byte, for a stream needs one.
    public void pass(Passable what) {
        Client current = client;
        if (current == null || !canSend.get()) {
            return;
        }
        try {
            byte[] bytes = ending.get().after(format.get().bytes(message.get()));
            current.pass(bytes.length == 0 ? new byte[1] : bytes, what);
            tell("");
        } catch (BadMessage bad) {
            tell(bad.words());
        }
    }

    private void tell(String problem) {
        error.set(problem);
        explainable.set(false);
    }

    /// Shows the message that was sent before the shown one.
    public void older() {
        message.set(history.older(message.get()));
    }

    /// Shows the message that was sent after the shown one.
    public void newer() {
        message.set(history.newer(message.get()));
    }

    /// Half-closes: the peer sees end of stream, receiving goes on.
    public void halfClose() {
        if (client != null) {
            client.halfClose();
        }
    }

    /// Takes in how the client is now; once a pulse.
    public void refresh() {
        Client current = client;
        if (current == null) {
            if (habits.reconnection().isDue()) {
                connect();
            }
            return;
        }
        habits.refresh();
        peerFacts.refresh();
        ClientState now = current.state();
        waiting.set(waitingWords(current.waiting()));
        descriptors.refresh(current);
        if (!now.equals(seen)) {
            seen = now;
            show(now);
        }
    }

    private void show(ClientState now) {
        switch (now) {
            case ClientState.Connecting _ -> state.set("connecting");
            case ClientState.Connected connected -> {
                if (client != null) {
                    peerFacts.of(connected.inode(), connected.peer(), client::bufferSizes);
                }
                state.set(ConnectedText.of(connected, peerFacts.latestProperty().get()));
                tone.set(Tone.SUCCESS);
                canSend.set(connected.canSend());
                cannotSend.set(connected.canSend() ? "" : "Half-closed: this side sends no more");
                if (!connected.refusal().isEmpty()) {
                    tell(connected.refusal());
                }
            }
            case ClientState.Closed(SocketFailure failure, boolean everConnected) -> closed(failure, everConnected);
        }
    }

    private String waitingWords(long bytes) {
        String here = bytes == 0 ? "" : String.format(Locale.ROOT, "%,d bytes wait to be sent", bytes);
        String there = peerFacts.latestProperty().get().map(QueueWords::unreadByPeer).orElse("");
        return here.isEmpty() || there.isEmpty() ? here + there : here + ", " + there;
    }

    private void factsChanged() {
        if (seen instanceof ClientState.Connected connected) {
            state.set(ConnectedText.of(connected, peerFacts.latestProperty().get()));
        }
    }

    private void closed(@Nullable SocketFailure failure, boolean everConnected) {
        client = null;
        peerFacts.ofNobody();
        habits.ended();
        if (!leaving) {
            habits.reconnection().begin();
        }
        running.set(false);
        canSend.set(false);
        cannotSend.set("Connect first");
        waiting.set("");
        if (failure == null) {
            state.set("closed");
            tone.set(Tone.MUTED);
        } else {
            state.set(everConnected ? "connection lost" : "refused");
            tone.set(Tone.DANGER);
            Address address = culprit(failure);
            failureWords.explain(failure, form.typeProperty().get(), address, words -> {
                error.set(words);
                explainable.set(address instanceof Address.Path);
            });
        }
    }

    /// The address that a call was about: bind was about the client's own.
    private Address culprit(SocketFailure failure) {
        ClientSettings asked = settings;
        if (asked == null) {
            return new Address.Unnamed();
        }
        return failure.call().equals("bind") ? asked.own() : asked.address();
    }

    /// Whether the client is connected now, for whoever plays in the window.
    public boolean isConnected() {
        return seen instanceof ClientState.Connected;
    }

    /// Closes the connection and waits until it is done.
    @Override
    public void close() {
        if (client != null) {
            client.close();
        }
        transcript.close();
    }
}
