package org.socklens.ui.app;

import java.util.Objects;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.socklens.ui.settings.SettingsFile;
import org.socklens.ui.settings.SettingsStore;

/// Socklens as a JavaFX application: opens the window and closes everything with it.
///
/// Its first argument, if any, is the path that the client points at. On Linux its class name is also the window class
/// by which a desktop groups windows (`StartupWMClass`).
public class SocklensApplication extends Application {
    private @Nullable Remembered remembered;
    private @Nullable Wiring wiring;

    /// Called by JavaFX.
    public SocklensApplication() {}

    /// Reads the settings, on the launcher's thread.
    @Override
    public void init() {
        remembered = new Remembered(settings(), System.err);
    }

    @Override
    public void start(Stage stage) {
        Wiring built = new Wiring(stage, clientPath(), Objects.requireNonNull(remembered));
        wiring = built;
        // Ctrl+C in the terminal that started the program must not leave its socket file behind.
        Runtime.getRuntime().addShutdownHook(new Thread(built::close, "closing"));
        built.show();
        opened(built);
    }

    @Override
    public void stop() throws Exception {
        if (wiring != null) {
            wiring.close();
        }
    }

    /// Where settings last from one run to the next.
    protected SettingsStore settings() {
        return SettingsFile.ofThisPerson();
    }

    /// The path that the client points at; null means where it last did.
    protected @Nullable String clientPath() {
        return getParameters().getRaw().stream().findFirst().orElse(null);
    }

    /// Told once, on the FX thread, when the window is open. For whoever plays in it.
    protected void opened(Wiring wiring) {}
}
