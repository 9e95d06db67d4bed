package org.socklens.ui.control;

import atlantafx.base.theme.PrimerLight;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.testfx.framework.junit5.ApplicationTest;

/// One control in a window of its own, as a person has it before them.
public abstract class ControlTest<T extends Region> extends ApplicationTest {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 500;

    private final Supplier<T> maker;
    private @Nullable T control;

    /// The control is made on the FX thread, before each test.
    protected ControlTest(Supplier<T> maker) {
        this.maker = maker;
    }

    /// The control that is tested.
    protected final T control() {
        return Objects.requireNonNull(control);
    }

    @Override
    public final void start(Stage stage) {
        control = maker.get();
        StackPane root = new StackPane(control);
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        root.setStyle("-fx-font-size: 13px");
        stage.setScene(new Scene(root, WIDTH, HEIGHT));
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    /// Waits until what was asked for is laid out.
    protected final void settle() {
        interact(() -> {
            control().getScene().getRoot().applyCss();
            control().getScene().getRoot().layout();
        });
    }

    /// How many colours a part of the picture has: one when nothing is drawn there.
    protected final int coloursIn(Region part) {
        Set<Integer> colours = new HashSet<>();
        interact(() -> {
            WritableImage picture = part.snapshot(null, null);
            for (int y = 0; y < picture.getHeight(); y++) {
                for (int x = 0; x < picture.getWidth(); x++) {
                    colours.add(picture.getPixelReader().getArgb(x, y));
                }
            }
        });
        return colours.size();
    }

    /// The text on the clipboard, or an empty one.
    protected final String clipboard() {
        StringBuilder text = new StringBuilder();
        interact(() -> {
            Clipboard board = Clipboard.getSystemClipboard();
            text.append(board.hasString() ? board.getString() : "");
        });
        return text.toString();
    }
}
