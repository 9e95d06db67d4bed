package org.socklens.ui.app;

import javafx.application.Application;
import org.socklens.ui.settings.SettingsStore;

/// The program with its server started on the path in the first argument, for tests that end it from outside.
public final class ListeningProgram {
    private ListeningProgram() {}

    /// Starts it.
    public static void main(String[] arguments) {
        Application.launch(Listening.class, arguments);
    }

    /// Starts the server as soon as the window is open.
    public static final class Listening extends SocklensApplication {
        /// Called by JavaFX.
        public Listening() {}

        @Override
        protected SettingsStore settings() {
            return SettingsStore.forgetful();
        }

        @Override
        protected void opened(Wiring wiring) {
            wiring.workbench().server().form().pathProperty().set(String.valueOf(clientPath()));
            wiring.workbench().server().toggle();
        }
    }
}
