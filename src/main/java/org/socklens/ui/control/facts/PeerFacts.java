package org.socklens.ui.control.facts;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.socklens.socket.Credentials;
import org.socklens.system.peer.ConnectionFacts;
import org.socklens.ui.control.NumberText;

/// State of the strip that tells of a connection's peer. It looks four times a second, in the background, as long as
/// there is a connection. FX thread only; needs no toolkit.
public final class PeerFacts {
    /// Looks at a connection by its socket's number; may block.
    public interface Look {
        PeerReport at(long inode, Credentials peer);
    }

    /// Asks for other buffer sizes in bytes.
    public interface Buffers {
        void ask(int send, int receive);
    }

    /// The connection that is told of.
    private record Subject(long inode, Credentials peer, Buffers buffers) {}

    private static final long LOOK_NANOS = 250_000_000;
    private static final NumberText SEND = new NumberText("The send buffer", 1, Integer.MAX_VALUE);
    private static final NumberText RECEIVE = new NumberText("The receive buffer", 1, Integer.MAX_VALUE);

    private final Look look;
    private final Executor background;
    private final Executor fx;
    private final ReadOnlyObjectWrapper<Optional<ConnectionFacts>> latest =
            new ReadOnlyObjectWrapper<>(this, "latest", Optional.empty());
    private final ReadOnlyBooleanWrapper present = new ReadOnlyBooleanWrapper(this, "present");
    private final ReadOnlyStringWrapper process = new ReadOnlyStringWrapper(this, "process", "");
    private final ReadOnlyStringWrapper queued = new ReadOnlyStringWrapper(this, "queued", "");
    private final ReadOnlyStringWrapper sizes = new ReadOnlyStringWrapper(this, "sizes", "");
    private final ReadOnlyStringWrapper socket = new ReadOnlyStringWrapper(this, "socket", "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final StringProperty sendBuffer = new SimpleStringProperty(this, "sendBuffer", "");
    private final StringProperty receiveBuffer = new SimpleStringProperty(this, "receiveBuffer", "");
    private @Nullable Subject subject;
    private boolean looking;
    private long lookedAt = System.nanoTime() - LOOK_NANOS;

    /// Tells of nobody yet.
    ///
    /// @param background runs looks, one at a time
    /// @param fx runs what touches properties
    public PeerFacts(Look look, Executor background, Executor fx) {
        this.look = look;
        this.background = background;
        this.fx = fx;
    }

    /// The latest look at the connection; empty when there is none.
    public ReadOnlyObjectProperty<Optional<ConnectionFacts>> latestProperty() {
        return latest.getReadOnlyProperty();
    }

    /// Whether there is a connection to tell of.
    public ReadOnlyBooleanProperty presentProperty() {
        return present.getReadOnlyProperty();
    }

    /// Who the peer was at the moment of the snapshot, and what became of it.
    public ReadOnlyStringProperty processProperty() {
        return process.getReadOnlyProperty();
    }

    /// Bytes that wait in both directions.
    public ReadOnlyStringProperty queuedProperty() {
        return queued.getReadOnlyProperty();
    }

    /// The buffer sizes that the kernel uses.
    public ReadOnlyStringProperty sizesProperty() {
        return sizes.getReadOnlyProperty();
    }

    /// The numbers of both sockets and the row of `ss`.
    public ReadOnlyStringProperty socketProperty() {
        return socket.getReadOnlyProperty();
    }

    /// What is wrong with a typed buffer size, or empty.
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// The send buffer to ask for, as typed.
    public StringProperty sendBufferProperty() {
        return sendBuffer;
    }

    /// The receive buffer to ask for, as typed.
    public StringProperty receiveBufferProperty() {
        return receiveBuffer;
    }

    /// Tells of this connection from now on; again for the same one changes nothing.
    public void of(long inode, Credentials peer, Buffers buffers) {
        if (subject != null && subject.inode() == inode && subject.peer().equals(peer)) {
            return;
        }
        ofNobody();
        subject = new Subject(inode, peer, buffers);
        present.set(true);
        process.set(peer.isKnown() ? peer.text() : "The kernel does not tell who it is: there is no connection.");
        lookedAt = System.nanoTime() - LOOK_NANOS;
    }

    /// Tells of nobody from now on.
    public void ofNobody() {
        subject = null;
        present.set(false);
        latest.set(Optional.empty());
        process.set("");
        queued.set("");
        sizes.set("");
        socket.set("");
        problem.set("");
        sendBuffer.set("");
        receiveBuffer.set("");
    }

    /// Looks again when it is time; once a pulse.
    public void refresh() {
        Subject current = subject;
        if (current == null || looking || System.nanoTime() - lookedAt < LOOK_NANOS) {
            return;
        }
        looking = true;
        background.execute(() -> {
            PeerReport report = look.at(current.inode(), current.peer());
            fx.execute(() -> take(current, report));
        });
    }

    private void take(Subject from, PeerReport report) {
        looking = false;
        lookedAt = System.nanoTime();
        if (!from.equals(subject)) {
            return;
        }
        if (from.peer().isKnown()) {
            process.set(from.peer().text() + ": " + report.process().words());
        }
        if (report.connection().isEmpty()) {
            queued.set("The socket is closed.");
            sizes.set("");
            socket.set("");
        }
        report.connection().ifPresent(facts -> {
            queued.set(QueueWords.of(facts));
            sizes.set("SO_SNDBUF %,d, SO_RCVBUF %,d".formatted(facts.sendBuffer(), facts.receiveBuffer()));
            socket.set("%d, its peer %s; ss: %s".formatted(facts.inode(), QueueWords.peer(facts), facts.ss()));
            if (latest.get().isEmpty()) {
                // The kernel doubles what is asked, so asking for the half changes nothing.
                sendBuffer.set(Long.toString(facts.sendBuffer() / 2));
                receiveBuffer.set(Long.toString(facts.receiveBuffer() / 2));
            }
        });
        latest.set(report.connection());
    }

    /// Asks for the typed buffer sizes; what the kernel makes of them is shown by the next look.
    public void askForBuffers() {
        Optional<String> bad =
                SEND.problem(sendBuffer.get()).or(() -> RECEIVE.problem(receiveBuffer.get()));
        problem.set(bad.orElse(""));
        if (bad.isEmpty() && subject != null) {
            subject.buffers().ask(SEND.value(sendBuffer.get()), RECEIVE.value(receiveBuffer.get()));
            lookedAt = System.nanoTime() - LOOK_NANOS;
        }
    }
}
