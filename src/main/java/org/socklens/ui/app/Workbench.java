package org.socklens.ui.app;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.socklens.access.account.Accounts;
import org.socklens.access.attempt.Connecting;
import org.socklens.access.change.DirectoryMaker;
import org.socklens.access.change.Elevation;
import org.socklens.access.change.FileChanger;
import org.socklens.access.change.StaleSocketRemover;
import org.socklens.access.failure.FailureExplainer;
import org.socklens.access.occupant.FileWatch;
import org.socklens.access.occupant.ServedName;
import org.socklens.access.verdict.Judge;
import org.socklens.access.verdict.KernelSettings;
import org.socklens.posix.CallTrace;
import org.socklens.posix.Caller;
import org.socklens.socket.SocketDoor;
import org.socklens.socket.SocketType;
import org.socklens.system.peer.ConnectionLook;
import org.socklens.system.peer.PeerProcess;
import org.socklens.system.scan.LiveAddresses;
import org.socklens.traffic.Limits;
import org.socklens.traffic.Transcript;
import org.socklens.ui.calls.CallsController;
import org.socklens.ui.calls.CallsModel;
import org.socklens.ui.client.ClientController;
import org.socklens.ui.client.ClientForm;
import org.socklens.ui.client.ClientModel;
import org.socklens.ui.client.habit.ActivityController;
import org.socklens.ui.client.habit.HabitsMenuController;
import org.socklens.ui.control.AccountNames;
import org.socklens.ui.control.FailureWords;
import org.socklens.ui.control.PathCompleter;
import org.socklens.ui.control.PathDialogs;
import org.socklens.ui.control.PathDrop;
import org.socklens.ui.control.address.TypedAddress;
import org.socklens.ui.control.facts.PeerFacts;
import org.socklens.ui.control.facts.PeerReport;
import org.socklens.ui.file.FileController;
import org.socklens.ui.file.FileLook;
import org.socklens.ui.file.FileModel;
import org.socklens.ui.file.FileWork;
import org.socklens.ui.server.NameWatch;
import org.socklens.ui.server.ServerController;
import org.socklens.ui.server.ServerForm;
import org.socklens.ui.server.ServerModel;
import org.socklens.ui.workbench.WorkbenchPage;

/// Builds the Workbench: its engine, its four panels and what leads from one to another. FX thread only.
public final class Workbench {
    private final ServerModel server;
    private final ClientModel client;
    private final FileModel file;
    private final CallsModel calls;
    private final PathCompleter completer;
    private final Page page;
    private LongConsumer callShower = _ -> {};
    private @Nullable WorkbenchPage panels;

    /// @param trace where the calls of its engine stand
    Workbench(
            CallTrace trace,
            ClosingStack resources,
            Executor background,
            Pulse pulse,
            Zoom zoom,
            Limits limits,
            @Nullable String clientPath) {
        String workingDirectory = System.getProperty("user.dir", "/");
        SocketDoor door = Doors.open(trace);
        Accounts accounts = new Accounts();
        Executor fx = Platform::runLater;
        AccountNames names = new AccountNames(accounts, background, fx);
        FailureWords words = new FailureWords(
                () -> new FailureExplainer(new Caller(trace, "file"), accounts),
                background,
                fx);
        PrivateDirectory directory = resources.add(PrivateDirectory.open(environment("XDG_RUNTIME_DIR")));
        server = resources.add(new ServerModel(
                door,
                new Transcript(limits),
                words,
                new ServerForm(workingDirectory),
                new NameWatch(path -> new ServedName(new Caller(CallTrace.discarding(), "server"), path), background, fx),
                peerFacts(background, fx)));
        client = resources.add(new ClientModel(
                door, new Transcript(limits), words, new ClientForm(workingDirectory), peerFacts(background, fx)));
        Judge judge = new Judge(KernelSettings.read());
        file = new FileModel(
                new FileLook(new FileWatch(new Caller(trace, "file"), accounts), accounts, judge),
                work(new Caller(trace, "file"), accounts, judge),
                background,
                fx);
        completer = new PathCompleter(new PathSource(new LiveAddresses(), workingDirectory), background, fx);
        calls = new CallsModel(trace);
        server.reachableProperty().subscribe(client.form()::follow);
        server.form().address().typedProperty().subscribe(typed -> file.follow(typed.isAbstract() ? "" : typed.text()));
        server.form().pathProperty().set(directory.file("echo.sock"));
        if (clientPath != null) {
            client.form().pathProperty().set(clientPath);
            file.pathProperty().set(clientPath);
        }
        page = page(names, pulse, zoom);
    }

    private static FileWork work(Caller caller, Accounts accounts, Judge judge) {
        return new FileWork(
                accounts,
                judge,
                new FileChanger(caller, accounts),
                Elevation.find(caller),
                new DirectoryMaker(caller, accounts),
                new StaleSocketRemover(caller, accounts),
                new Connecting(caller));
    }

    private static PeerFacts peerFacts(Executor background, Executor fx) {
        ConnectionLook look = new ConnectionLook();
        return new PeerFacts(
                (inode, peer) -> new PeerReport(look.at(inode), PeerProcess.of(peer.pid(), peer.started())), background, fx);
    }

    private Page page(AccountNames names, Pulse pulse, Zoom zoom) {
        ServerController serverPanel = new ServerController(server, names, completer);
        ClientController clientPanel = new ClientController(
                client, completer, () -> explain(client.form().pathProperty().get()));
        FileController filePanel = new FileController(file, completer);
        CallsController callsPanel = new CallsController(calls);
        WorkbenchPage content = new WorkbenchPage(
                load(ServerController.class, "ServerPanel.fxml", serverPanel),
                load(
                        ClientController.class,
                        "ClientPanel.fxml",
                        clientPanel,
                        new HabitsMenuController(
                                client.habits(), client.canSendProperty(), client::repeat, PathDialogs::forContent),
                        new ActivityController(client.habits())),
                load(FileController.class, "FilePanel.fxml", filePanel),
                load(CallsController.class, "CallsPanel.fxml", callsPanel),
                zoom.percentProperty());
        panels = content;
        PathDrop.accept(content, this::explain);
        callShower = number -> {
            content.showCalls();
            callsPanel.showCall(number);
        };
        serverPanel.transcript().setOnShowCall(callShower);
        clientPanel.transcript().setOnShowCall(callShower);
        List.<Runnable>of(serverPanel::refresh, clientPanel::refresh, filePanel::refresh, callsPanel::refresh)
                .forEach(pulse::add);
        return new Page(
                "workbench",
                "Workbench",
                Feather.LAYOUT,
                content,
                Command.of("path", "Go to the server's path", serverPanel::focusPath, Keys.shortcut(KeyCode.L)),
                Command.of("server", "Start or stop the server", server::toggle, Keys.shortcut(KeyCode.S)),
                Command.of("client", "Connect or disconnect the client", client::toggle, Keys.shortcut(KeyCode.K)),
                Command.of("message", "Go to the message", clientPanel::focusMessage, Keys.shortcut(KeyCode.M)),
                Command.of("send", "Send the message", client::send, Keys.shortcut(KeyCode.ENTER)),
                Command.of("half-close", "Half-close the client", client::halfClose, Keys.shortcut(KeyCode.D)));
    }

    private static Parent load(Class<?> neighbour, String name, Object... controllers) {
        return Fxml.load(neighbour, name, controllers);
    }

    private static String environment(String name) {
        String value = System.getenv(name);
        return value == null ? "" : value;
    }

    /// Shows a path, as text of `PathEncoding`, in the socket file panel.
    void explain(String path) {
        file.pathProperty().set(path);
        if (panels != null) {
            panels.showFile();
        }
    }

    /// Points the client at an address, unless it is connected; it is not connected by this.
    void pointClientAt(TypedAddress address, SocketType type) {
        if (!client.runningProperty().get()) {
            client.form().address().type(address);
            client.form().typeProperty().set(type);
        }
    }

    Page page() {
        return page;
    }

    /// Shows a system call among all.
    void showCall(long number) {
        callShower.accept(number);
    }

    /// The server panel's model.
    public ServerModel server() {
        return server;
    }

    /// The client panel's model.
    public ClientModel client() {
        return client;
    }

    /// The socket file panel's model.
    public FileModel file() {
        return file;
    }

    /// The system calls panel's model.
    public CallsModel calls() {
        return calls;
    }
}
