package org.socklens.ui.app;

import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/// The window's frame: title, icons and sizes.
final class MainWindow {
    private static final double FIRST_WIDTH = 1280;
    private static final double FIRST_HEIGHT = 800;
    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 600;
    private static final int[] ICON_PIXELS = {16, 32, 48, 64, 128, 256};

    private MainWindow() {}

    /// Gives `stage` its frame around `scene`; it does not show yet.
    static void frame(Stage stage, Scene scene) {
        stage.setTitle("Socklens");
        stage.getIcons().setAll(IntStream.of(ICON_PIXELS).mapToObj(MainWindow::icon).toList());
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setWidth(FIRST_WIDTH);
        stage.setHeight(FIRST_HEIGHT);
        stage.setScene(scene);
    }

    private static Image icon(int pixels) {
        String name = "socklens-" + pixels + ".png";
        return new Image(Objects.requireNonNull(MainWindow.class.getResource(name)).toExternalForm());
    }
}
