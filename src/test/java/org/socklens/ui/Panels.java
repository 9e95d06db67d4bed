package org.socklens.ui;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.socklens.access.account.Accounts;
import org.socklens.access.failure.FailureExplainer;
import org.socklens.access.occupant.ServedName;
import org.socklens.posix.CallTrace;
import org.socklens.posix.Caller;
import org.socklens.socket.linux.LinuxSocketDoor;
import org.socklens.system.peer.ConnectionLook;
import org.socklens.system.peer.PeerProcess;
import org.socklens.traffic.Limits;
import org.socklens.traffic.Transcript;
import org.socklens.ui.client.ClientForm;
import org.socklens.ui.client.ClientModel;
import org.socklens.ui.control.FailureWords;
import org.socklens.ui.control.facts.PeerFacts;
import org.socklens.ui.control.facts.PeerReport;
import org.socklens.ui.server.NameWatch;
import org.socklens.ui.server.ServerForm;
import org.socklens.ui.server.ServerModel;

/// The server's and the client's panel models without a window: whoever waits also beats the pulse.
public final class Panels implements AutoCloseable {
    private final CallTrace trace = new CallTrace();
    private final FailureWords words = new FailureWords(
            () -> new FailureExplainer(new Caller(trace, "file"), new Accounts()),
            Runnable::run,
            Runnable::run);
    public final ServerModel server = new ServerModel(
            new LinuxSocketDoor(trace),
            new Transcript(Limits.standard()),
            words,
            new ServerForm(System.getProperty("user.dir", "/")),
            new NameWatch(path -> new ServedName(new Caller(trace, "server"), path), Runnable::run, Runnable::run),
            peerFacts());
    public final ClientModel client =
            new ClientModel(new LinuxSocketDoor(trace), new Transcript(Limits.standard()), words, new ClientForm("/"), peerFacts());

    private static PeerFacts peerFacts() {
        ConnectionLook look = new ConnectionLook();
        return new PeerFacts(
                (inode, peer) -> new PeerReport(look.at(inode), PeerProcess.of(peer.pid(), peer.started())),
                Runnable::run,
                Runnable::run);
    }

    /// Beats the pulse until `condition` holds.
    public void until(Callable<Boolean> condition) {
        await().pollInterval(Duration.ofMillis(5)).atMost(Duration.ofSeconds(10)).until(() -> {
            beat();
            return condition.call();
        });
    }

    /// Beats the pulse once.
    public void beat() {
        server.refresh();
        client.refresh();
    }

    /// Starts the server on a path and waits until it listens.
    public void listen(Path path) {
        server.form().pathProperty().set(path.toString());
        server.toggle();
        until(server::isListening);
        beat();
    }

    /// Tries to start the server; returns the error that the panel shows.
    public String startError(String path) {
        server.form().pathProperty().set(path);
        server.toggle();
        until(() -> !server.errorProperty().get().isEmpty());
        return server.errorProperty().get();
    }

    /// Tries to connect; returns the error that the panel shows.
    public String connectError(String path) {
        client.form().pathProperty().set(path);
        client.toggle();
        until(() -> !client.errorProperty().get().isEmpty());
        return client.errorProperty().get();
    }

    @Override
    public void close() {
        server.close();
        client.close();
    }
}
