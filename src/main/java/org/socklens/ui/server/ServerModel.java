package org.socklens.ui.server;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.socklens.endpoint.ClientInfo;
import org.socklens.endpoint.EchoServer;
import org.socklens.endpoint.ServerState;
import org.socklens.socket.Address;
import org.socklens.socket.SocketDoor;
import org.socklens.socket.SocketFailure;
import org.socklens.socket.SocketType;
import org.socklens.traffic.Transcript;
import org.socklens.ui.control.FailureWords;
import org.socklens.ui.control.ListUpdate;
import org.socklens.ui.control.Tone;
import org.socklens.ui.control.address.TypedAddress;
import org.socklens.ui.control.descriptor.DescriptorsModel;
import org.socklens.ui.control.facts.PeerFacts;

/// State and actions of the server panel. FX thread only; needs no toolkit.
public final class ServerModel implements AutoCloseable {
    private final SocketDoor door;
    private final Transcript transcript;
    private final FailureWords failureWords;
    private final ServerForm form;
    private final NameWatch nameWatch;
    private final PeerFacts peerFacts;
    private final ObjectProperty<@Nullable ClientInfo> selected = new SimpleObjectProperty<>(this, "selected");
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper(this, "state", "stopped");
    private final ReadOnlyObjectWrapper<Tone> tone = new ReadOnlyObjectWrapper<>(this, "tone", Tone.MUTED);
    private final ReadOnlyStringWrapper waiting = new ReadOnlyStringWrapper(this, "waiting", "");
    private final ReadOnlyObjectWrapper<TypedAddress> reachable =
            new ReadOnlyObjectWrapper<>(this, "reachable", TypedAddress.EMPTY);
    private final ReadOnlyObjectWrapper<Tone> waitingTone =
            new ReadOnlyObjectWrapper<>(this, "waitingTone", Tone.MUTED);
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper(this, "error", "");
    private final ObservableList<ClientInfo> clients = FXCollections.observableArrayList();
    private final DescriptorsModel descriptors = new DescriptorsModel();
    private @Nullable EchoServer server;
    private @Nullable ServerState seen;
    private long seenChanges = -1;
    private boolean isListening;

    /// @param form what a person types
    /// @param nameWatch watches the name while serving; closed with this
    /// @param peerFacts tells of the selected client
    public ServerModel(
            SocketDoor door,
            Transcript transcript,
            FailureWords failureWords,
            ServerForm form,
            NameWatch nameWatch,
            PeerFacts peerFacts) {
        this.door = door;
        this.transcript = transcript;
        this.failureWords = failureWords;
        this.form = form;
        this.nameWatch = nameWatch;
        this.peerFacts = peerFacts;
        form.readSizeProperty().subscribe(this::readSizeChanged);
        form.address().typedProperty().subscribe(reachable::set);
        form.habits().choiceProperty().subscribe(this::habitChanged);
        form.habits().numberProperty().subscribe(this::habitChanged);
    }

    /// What a person types.
    public ServerForm form() {
        return form;
    }

    /// What is known of the selected client.
    public PeerFacts peerFacts() {
        return peerFacts;
    }

    /// The client that a person selected; without one the latest is meant.
    public ObjectProperty<@Nullable ClientInfo> selectedProperty() {
        return selected;
    }

    /// What sockets lack on this system, in a sentence, or empty.
    public String lacks() {
        return door.lacks();
    }

    /// The types that can be chosen.
    public List<SocketType> types() {
        return door.types().stream().sorted().toList();
    }

    /// The longest path in bytes that an address may hold.
    public int maxPathBytes() {
        return door.maxPathBytes();
    }

    /// What a client types to reach this server: what was typed here, or the name that the kernel chose.
    public ReadOnlyObjectProperty<TypedAddress> reachableProperty() {
        return reachable.getReadOnlyProperty();
    }

    /// In a word or two: `stopped`, `listening` …
    public ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// How the state is coloured.
    public ReadOnlyObjectProperty<Tone> toneProperty() {
        return tone.getReadOnlyProperty();
    }

    /// How many connections wait against the backlog; empty when that is not known.
    public ReadOnlyStringProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /// How that number is coloured: the queue may be full.
    public ReadOnlyObjectProperty<Tone> waitingToneProperty() {
        return waitingTone.getReadOnlyProperty();
    }

    /// Whether a server exists: starting, listening or stopping.
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// Whether the server is just stopping, so that neither start nor stop makes sense.
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// What became of the socket file while serving and what that means, or empty.
    public ReadOnlyStringProperty noticeProperty() {
        return nameWatch.noticeProperty();
    }

    /// What went wrong and what to do, or empty.
    public ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    /// The clients by number.
    public ObservableList<ClientInfo> clients() {
        return clients;
    }

    /// The descriptors that clients have passed and nobody has closed since.
    public DescriptorsModel descriptors() {
        return descriptors;
    }

    /// What the server moves.
    public Transcript transcript() {
        return transcript;
    }

    /// Starts a stopped server, stops a running one.
    public void toggle() {
        EchoServer current = server;
        if (current == null) {
            start();
        } else {
            busy.set(true);
            state.set("stopping");
            current.stop();
        }
    }

    private void start() {
        Optional<String> problem = form.problem();
        error.set(problem.orElse(""));
        if (problem.isPresent()) {
            return;
        }
        EchoServer started = new EchoServer(door, form.settings(), transcript);
        server = started;
        seen = null;
        seenChanges = -1;
        running.set(true);
        state.set("starting");
        form.habits().habit().ifPresent(started::habit);
        started.start();
    }

    private void readSizeChanged() {
        if (server != null) {
            form.readSize().ifPresent(server::readSize);
        }
    }

    private void habitChanged() {
        EchoServer current = server;
        if (current != null) {
            form.habits().habit().ifPresent(current::habit);
        }
    }

    /// Takes in how the server is now; once a pulse.
    public void refresh() {
        EchoServer current = server;
        if (current == null) {
            return;
        }
        nameWatch.refresh();
        ServerState now = current.state();
        descriptors.refresh(current);
        if (!now.equals(seen)) {
            seen = now;
            show(now);
        }
        long changes = current.changes();
        if (changes != seenChanges) {
            seenChanges = changes;
            ListUpdate.show(clients, current.clients());
        }
        tellPeer(current);
        peerFacts.refresh();
    }

    private void tellPeer(EchoServer current) {
        ClientInfo chosen = selected.get();
        ClientInfo meant = chosen == null && !clients.isEmpty() ? clients.getLast() : chosen;
        if (meant == null) {
            peerFacts.ofNobody();
        } else {
            int number = meant.number();
            peerFacts.of(
                    meant.inode(), meant.peer(), (send, receive) -> current.bufferSizes(number, send, receive));
        }
    }

    private void show(ServerState now) {
        switch (now) {
            case ServerState.Starting _ -> state.set("starting");
            case ServerState.Listening listening -> showListening(listening);
            case ServerState.Stopped(SocketFailure failure) -> showStopped(failure);
        }
    }

    private void showListening(ServerState.Listening listening) {
        SocketFailure trouble = listening.trouble();
        if (!isListening && listening.address() instanceof Address.Path path) {
            nameWatch.begin(path.bytes());
        }
        isListening = true;
        showName(listening.address());
        tone.set(Tone.SUCCESS);
        showQueue(listening.waiting(), listening.backlog());
        if (trouble == null) {
            error.set("");
        } else {
            failureWords.explain(trouble, form.typeProperty().get(), listening.address(), error::set);
        }
    }

    /// A name that the kernel chose stands nowhere else in the panel.
    private void showName(Address address) {
        String word = form.typeProperty().get() == SocketType.DGRAM ? "bound" : "listening";
        if (form.address().address() instanceof Address.Autobind && address instanceof Address.Abstract chosen) {
            reachable.set(TypedAddress.of(chosen));
            state.set(word + " · " + chosen);
        } else {
            state.set(word);
        }
    }

    /// Linux refuses only when more wait than the backlog says.
    private void showQueue(int queued, int backlog) {
        boolean full = queued > backlog;
        waiting.set(queued < 0 ? "" : queued + " of " + backlog + " waiting" + (full ? " · full" : ""));
        waitingTone.set(full ? Tone.DANGER : Tone.MUTED);
    }

    private void showStopped(@Nullable SocketFailure failure) {
        state.set(failure == null ? "stopped" : "failed");
        tone.set(failure == null ? Tone.MUTED : Tone.DANGER);
        waiting.set("");
        isListening = false;
        reachable.set(form.address().typedProperty().get());
        nameWatch.end();
        if (failure == null) {
            error.set("");
        } else {
            failureWords.explain(failure, form.typeProperty().get(), form.address().address(), error::set);
        }
        if (server != null) {
            ListUpdate.show(clients, server.clients());
        }
        server = null;
        peerFacts.ofNobody();
        running.set(false);
        busy.set(false);
    }

    /// Stops the server and waits until everything is closed.
    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        nameWatch.close();
        transcript.close();
    }

    /// Whether the server listens now, for whoever plays in the window.
    public boolean isListening() {
        return isListening;
    }
}
