package org.socklens.ui.app;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;
import org.socklens.access.account.Accounts;
import org.socklens.access.path.PathWalker;
import org.socklens.access.verdict.Judge;
import org.socklens.access.verdict.KernelSettings;
import org.socklens.posix.CallTrace;
import org.socklens.posix.Caller;
import org.socklens.posix.PathEncoding;
import org.socklens.posix.ProcessCalls;
import org.socklens.socket.Address;
import org.socklens.socket.SocketType;
import org.socklens.system.scan.MachineScan;
import org.socklens.ui.control.address.TypedAddress;
import org.socklens.ui.sockets.SocketActions;
import org.socklens.ui.sockets.SocketExport;
import org.socklens.ui.sockets.SocketsController;
import org.socklens.ui.sockets.SocketsModel;
import org.socklens.ui.sockets.detail.DetailLook;
import org.socklens.ui.sockets.detail.FileSection;
import org.socklens.ui.sockets.look.SocketsLook;

/// Builds the page of every socket of the machine, and what leads from it to the Workbench. FX thread only.
public final class Sockets {
    private final SocketsModel model;
    private final Page page;

    /// @param workbench where its rows lead to
    /// @param showWorkbench brings that page into view
    Sockets(Executor background, Pulse pulse, Zoom zoom, Workbench workbench, Runnable showWorkbench) {
        Executor fx = Platform::runLater;
        Accounts accounts = new Accounts();
        Caller quiet = new Caller(CallTrace.discarding(), "system");
        FileSection files = new FileSection(new PathWalker(quiet), accounts, new Judge(KernelSettings.read()));
        SocketsLook look = new SocketsLook(
                new MachineScan()::scan,
                new DetailLook(accounts, files),
                accounts::userName,
                ProcessCalls.effectiveUid());
        model = new SocketsModel(look, background, fx);
        SocketsController controller = new SocketsController(
                model,
                new SocketExport(background, fx, model::tell),
                actions(workbench, showWorkbench, new FolderOpener(background, fx)),
                zoom.percentProperty());
        page = new Page(
                "sockets",
                "Sockets",
                Feather.SHARE_2,
                Fxml.load(SocketsController.class, "SocketsPanel.fxml", controller),
                Command.of("sockets-filter", "Go to the filter", controller::focusFilter, Keys.shortcut(KeyCode.F)),
                Command.of("sockets-live", "Live, or keep what is seen", this::toggleLive, Keys.shortcut(KeyCode.P)),
                Command.of("sockets-now", "Look now", model::lookNow, Keys.plain(KeyCode.F5)),
                Command.of("sockets-picture", "The picture alone, or everything", controller::toggleEnlarged, Keys.shortcut(KeyCode.E)));
        pulse.add(controller::refresh);
    }

    private static SocketActions actions(Workbench workbench, Runnable showWorkbench, FolderOpener folders) {
        return new SocketActions() {
            @Override
            public void connect(Address address, SocketType type) {
                switch (address) {
                    case Address.Path path ->
                        workbench.pointClientAt(TypedAddress.path(PathEncoding.text(path.bytes())), type);
                    case Address.Abstract name -> workbench.pointClientAt(TypedAddress.of(name), type);
                    case Address.Unnamed _, Address.Autobind _ -> {}
                }
                showWorkbench.run();
            }

            @Override
            public void explain(Address.Path path) {
                workbench.explain(PathEncoding.text(path.bytes()));
                showWorkbench.run();
            }

            @Override
            public void showFolder(Address.Path path, Consumer<String> problem) {
                folders.showParent(path.bytes(), problem);
            }
        };
    }

    private void toggleLive() {
        model.liveProperty().set(!model.liveProperty().get());
    }

    Page page() {
        return page;
    }

    /// What the page shows.
    public SocketsModel model() {
        return model;
    }
}
