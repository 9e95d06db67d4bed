package org.socklens.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.socklens.ui.app.Wiring;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/// The whole window, and what a person does and reads in it by `fx:id`.
abstract class WindowStory extends ApplicationTest {
    private final AtomicReference<Wiring> wiring = new AtomicReference<>();

    @Override
    public void start(Stage stage) {
        stage.setX(0);
        stage.setY(0);
        Wiring built = new Wiring(stage, null);
        built.show();
        stage.setWidth(1000);
        stage.setHeight(1000);
        wiring.set(built);
    }

    @AfterEach
    void closeWindow() {
        interact(() -> {
            wiring().stage().hide();
            wiring().close();
        });
    }

    final Wiring wiring() {
        return Objects.requireNonNull(wiring.get());
    }

    final String text(String query) {
        return lookup(query).queryAs(Labeled.class).getText();
    }

    final void until(Callable<Boolean> condition) {
        await().atMost(20, TimeUnit.SECONDS).until(() -> {
            WaitForAsyncUtils.waitForFxEvents();
            return condition.call();
        });
    }

    /// Awaits what is read from the window on its own thread; the condition must not act in the window.
    final void untilShown(Callable<Boolean> condition) {
        until(() -> WaitForAsyncUtils.asyncFx(condition).get());
    }

    /// The rows of a transcript as they are copied.
    final List<List<String>> copied(String transcript) {
        clickOn(transcript);
        push(KeyCode.CONTROL, KeyCode.A);
        push(KeyCode.CONTROL, KeyCode.C);
        WaitForAsyncUtils.waitForFxEvents();
        AtomicReference<String> text = new AtomicReference<>("");
        interact(() -> text.set(Clipboard.getSystemClipboard().getString()));
        List<String> lines = Objects.requireNonNull(text.get()).lines().toList();
        assertThat(lines.getFirst()).isEqualTo("#\ttime\tdirection\tconnection\toffset\tbytes\ttext\thex");
        return lines.stream()
                .skip(1)
                .map(line -> List.of(line.split("\t", -1)))
                .toList();
    }
}
