package org.socklens.empty;

import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;

/// Opens a window with nothing in it. With any argument it closes by itself after a second.
public final class EmptyWindow extends Application {
    /// Called by JavaFX.
    public EmptyWindow() {}

    /// Opens the window and returns when it has been closed.
    public static void main(String[] arguments) {
        launch(arguments);
    }

    @Override
    public void start(Stage stage) {
        stage.setScene(new Scene(new StackPane(), 1280, 800));
        stage.show();
        if (!getParameters().getRaw().isEmpty()) {
            PauseTransition shown = new PauseTransition(Duration.seconds(1));
            shown.setOnFinished(_ -> Platform.exit());
            shown.play();
        }
    }
}
