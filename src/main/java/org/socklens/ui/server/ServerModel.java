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
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.socklens.endpoint.ClientInfo;
import org.socklens.endpoint.EchoServer;
import org.socklens.endpoint.ServerSettings;
import org.socklens.endpoint.ServerState;
import org.socklens.socket.Address;
import org.socklens.socket.SocketDoor;
import org.socklens.socket.SocketFailure;
import org.socklens.socket.SocketType;
import org.socklens.traffic.Transcript;
import org.socklens.ui.control.FailureWords;
import org.socklens.ui.control.NumberText;
import org.socklens.ui.control.SocketPathText;
import org.socklens.ui.control.Tone;

/// State and actions of the server panel. FX thread only; needs no toolkit.
public final class ServerModel implements AutoCloseable {
    private static final NumberText READ_SIZE = new NumberText("The read size", 1, ServerSettings.MAX_READ_SIZE);
    private static final NumberText BACKLOG = new NumberText("The backlog", 0, Integer.MAX_VALUE);

    private final SocketDoor door;
    private final Transcript transcript;
    private final FailureWords failureWords;
    private final StringProperty path = new SimpleStringProperty(this, "path", "");
    private final StringProperty readSize = new SimpleStringProperty(this, "readSize", "16");
    private final StringProperty backlog = new SimpleStringProperty(this, "backlog", "128");
    private final ObjectProperty<SocketType> type = new SimpleObjectProperty<>(this, "type", SocketType.STREAM);
    private final ReadOnlyStringWrapper pathHint = new ReadOnlyStringWrapper(this, "pathHint", "");
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper(this, "state", "stopped");
    private final ReadOnlyObjectWrapper<Tone> tone = new ReadOnlyObjectWrapper<>(this, "tone", Tone.MUTED);
    private final ReadOnlyStringWrapper waiting = new ReadOnlyStringWrapper(this, "waiting", "");
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper(this, "error", "");
    private final ObservableList<ClientInfo> clients = FXCollections.observableArrayList();
    private @Nullable EchoServer server;
    private @Nullable ServerState seen;
    private long seenChanges = -1;

    /// @param workingDirectory where relative paths start
    public ServerModel(SocketDoor door, Transcript transcript, FailureWords failureWords, String workingDirectory) {
        this.door = door;
        this.transcript = transcript;
        this.failureWords = failureWords;
        path.subscribe(text -> pathHint.set(SocketPathText.hint(text, workingDirectory)));
        readSize.subscribe(this::readSizeChanged);
    }

    /// The path to listen on, as typed.
    public StringProperty pathProperty() {
        return path;
    }

    /// The most bytes of one receive, as typed.
    public StringProperty readSizeProperty() {
        return readSize;
    }

    /// How many connections may wait, as typed.
    public StringProperty backlogProperty() {
        return backlog;
    }

    /// The type of socket.
    public ObjectProperty<SocketType> typeProperty() {
        return type;
    }

    /// The types that can be chosen.
    public List<SocketType> types() {
        return door.types().stream().sorted().toList();
    }

    /// The longest path in bytes that an address may hold.
    public int maxPathBytes() {
        return door.maxPathBytes();
    }

    /// What a relative path resolves to; empty for an absolute one.
    public ReadOnlyStringProperty pathHintProperty() {
        return pathHint.getReadOnlyProperty();
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

    /// Whether a server exists: starting, listening or stopping.
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// Whether the server is just stopping, so that neither start nor stop makes sense.
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// What went wrong and what to do, or empty.
    public ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    /// The clients by number.
    public ObservableList<ClientInfo> clients() {
        return clients;
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
        Optional<String> problem = SocketPathText.problem(path.get())
                .or(() -> READ_SIZE.problem(readSize.get()))
                .or(() -> BACKLOG.problem(backlog.get()));
        error.set(problem.orElse(""));
        if (problem.isPresent()) {
            return;
        }
        ServerSettings settings = new ServerSettings(
                type.get(),
                Address.Path.of(path.get()),
                READ_SIZE.value(readSize.get()),
                BACKLOG.value(backlog.get()));
        EchoServer started = new EchoServer(door, settings, transcript);
        server = started;
        seen = null;
        seenChanges = -1;
        running.set(true);
        state.set("starting");
        started.start();
    }

    private void readSizeChanged(String typed) {
        if (server != null && READ_SIZE.problem(typed).isEmpty()) {
            server.readSize(READ_SIZE.value(typed));
        }
    }

    /// Takes in how the server is now; once a pulse.
    public void refresh() {
        EchoServer current = server;
        if (current == null) {
            return;
        }
        ServerState now = current.state();
        if (!now.equals(seen)) {
            seen = now;
            show(now);
        }
        long changes = current.changes();
        if (changes != seenChanges) {
            seenChanges = changes;
            ListUpdate.show(clients, current.clients());
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
        state.set("listening");
        tone.set(Tone.SUCCESS);
        waiting.set(listening.waiting() < 0 ? "" : listening.waiting() + " of " + listening.backlog() + " waiting");
        error.set(
                switch (listening.name()) {
                    case OURS -> "";
                    case GONE -> "The socket file is gone: it was removed or renamed while serving. Old connections"
                            + " live on, new clients get ENOENT (2, No such file or directory). Stop and start to make"
                            + " it again.";
                    case REPLACED -> "Another file owns the name now: new clients reach that one, old connections live"
                            + " on here. Stop leaves it alone.";
                });
        if (trouble != null) {
            failureWords.explain(trouble, listening.address(), error::set);
        }
    }

    private void showStopped(@Nullable SocketFailure failure) {
        state.set(failure == null ? "stopped" : "failed");
        tone.set(failure == null ? Tone.MUTED : Tone.DANGER);
        waiting.set("");
        if (failure == null) {
            error.set("");
        } else {
            failureWords.explain(failure, Address.Path.of(path.get()), error::set);
        }
        if (server != null) {
            ListUpdate.show(clients, server.clients());
        }
        server = null;
        running.set(false);
        busy.set(false);
    }

    /// Stops the server and waits until everything is closed.
    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        transcript.close();
    }

    /// Whether the server listens now, for whoever plays in the window.
    public boolean isListening() {
        return seen instanceof ServerState.Listening;
    }
}
