package org.socklens.ui.app;

import java.util.List;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.socklens.posix.CallTrace;
import org.socklens.traffic.Limits;
import org.socklens.ui.settings.SettingsStore;

/// The one place where everything is built, by constructor, and handed to whom it serves. FX thread only.
///
/// What owns threads or descriptors is added to `resources` when it is built, and closed in the opposite order.
public final class Wiring implements AutoCloseable {
    private final ClosingStack resources = new ClosingStack();
    private final ThemeChoice theme = new ThemeChoice(Platform.getPreferences().colorSchemeProperty());
    private final Zoom zoom = new Zoom();
    private final Remembered remembered;
    private final Look look;
    private final Stage stage;
    private final UncaughtErrors errors;
    private final Background background;
    private final Pulse pulse;
    private final Workbench workbench;
    private final PairTool pair;
    private final Sockets sockets;
    private final MainWindowModel window;
    private final Commands commands;

    /// Builds the window in `stage`, as it is `remembered`, which is closed with it; its client points at `clientPath`, or
    /// where it last did when that is null.
    public Wiring(Stage stage, @Nullable String clientPath, Remembered remembered) {
        this.stage = stage;
        this.remembered = resources.add(remembered);
        rememberLook();
        look = new Look(theme, zoom);
        errors = resources.add(new UncaughtErrors(new ErrorWindow(stage, look), System.err));
        background = resources.add(new Background());
        pulse = resources.add(new Pulse(errors));
        CallTrace trace = new CallTrace();
        workbench = new Workbench(
                trace,
                resources,
                background,
                pulse,
                zoom,
                Limits.withFile((long) remembered.settings().fileMebibytes() << 20),
                clientPath);
        pair = new PairTool(trace, resources, pulse, this::showCall);
        sockets = new Sockets(background, pulse, zoom, workbench, this::showWorkbench);
        WorkbenchMemory.of(workbench, remembered);
        pulse.add(() -> remembered.refresh(background, Platform::runLater));
        window = new MainWindowModel(pages(), theme, zoom);
        window.noticeProperty().bindBidirectional(remembered.noticeProperty());
        commands = new Commands(WindowCommands.of(window, stage::close), window.pages(), window.shownProperty()::get);
    }

    /// As the other, with nothing remembered from an earlier run or for a later one.
    public Wiring(Stage stage, @Nullable String clientPath) {
        this(stage, clientPath, new Remembered(SettingsStore.forgetful(), System.err));
    }

    private void rememberLook() {
        theme.choose(remembered.settings().theme());
        zoom.set(remembered.settings().zoom());
        theme.themeProperty().subscribe((_, chosen) -> remembered.change(settings -> settings.withTheme(chosen)));
        zoom.percentProperty().subscribe((_, percent) ->
                remembered.change(settings -> settings.withZoom(percent.intValue())));
    }

    /// Every page of the window, in the order of the navigation: a tool appears by adding its page here.
    private List<Page> pages() {
        return List.of(workbench.page(), pair.page(), sockets.page());
    }

    /// Shows a system call where they are listed.
    private void showCall(long number) {
        showWorkbench();
        workbench.showCall(number);
    }

    private void showWorkbench() {
        window.show(workbench.page());
    }

    /// Opens the window and starts the pulse.
    public void show() {
        MainWindowController controller = new MainWindowController(window, commands);
        Scene scene = look.scene(Fxml.load(MainWindowController.class, "MainWindow.fxml", controller));
        commands.listenIn(scene);
        MainWindow.frame(stage, scene);
        WindowMemory.of(stage, remembered);
        stage.show();
        pulse.start();
    }

    /// The window, as it stands on the screen.
    public Stage stage() {
        return stage;
    }

    /// What the window shows.
    public MainWindowModel window() {
        return window;
    }

    /// What stands behind the Workbench.
    public Workbench workbench() {
        return workbench;
    }

    /// What stands behind the page of the socket pair.
    public PairTool pair() {
        return pair;
    }

    /// What stands behind the page of sockets.
    public Sockets sockets() {
        return sockets;
    }

    /// Everything that can be done by key.
    public Commands commands() {
        return commands;
    }

    /// Stops and closes everything that was built here, the last built first. Closing again does nothing.
    @Override
    public void close() {
        resources.close();
    }
}
