package org.socklens.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;
import org.socklens.ui.app.Wiring;

/// The main job in the window, by `fx:id`, as a person does it.
class WorkbenchStoryTest extends ApplicationTest {
    private static final String MESSAGE = "Sixteen bytes at a time, then the last ten";

    @TempDir
    Path directory = Path.of("");

    private final AtomicReference<Wiring> wiring = new AtomicReference<>();

    @Override
    public void start(Stage stage) {
        stage.setX(0);
        stage.setY(0);
        Wiring built = new Wiring(stage, null);
        built.show();
        stage.setWidth(1000);
        stage.setHeight(900);
        wiring.set(built);
    }

    @AfterEach
    void closeWindow() {
        interact(() -> {
            Objects.requireNonNull(wiring.get()).stage().hide();
            Objects.requireNonNull(wiring.get()).close();
        });
    }

    @Test
    void aMessageGoesToTheServerAndBackInChunks() {
        Path socket = directory.resolve("echo.sock");
        interact(() -> lookup("#serverPath").queryTextInputControl().setText(socket.toString()));
        clickOn("#serverToggle");
        until(() -> text("#serverState").equals("listening"));
        assertThat(Files.exists(socket)).isTrue();
        clickOn("#clientToggle");
        until(() -> text("#clientState").startsWith("connected"));
        clickOn("#clientMessage").write(MESSAGE);
        clickOn("#clientSend");
        until(() -> copied("#clientTranscript").stream().anyMatch(row -> row.get(2).equals("recv")));
        List<List<String>> server = copied("#serverTranscript");
        assertThat(bytes(server, "recv")).containsExactly("16", "16", "10");
        assertThat(bytes(server, "sent")).containsExactly("16", "16", "10");
        assertThat(server.stream().filter(row -> row.get(2).equals("recv")).map(row -> row.get(4)))
                .containsExactly("0", "16", "32");
        StringBuilder back = new StringBuilder();
        copied("#clientTranscript").stream()
                .filter(row -> row.get(2).equals("recv"))
                .forEach(row -> back.append(row.get(6)));
        assertThat(back.toString()).isEqualTo(MESSAGE);
        clickOn("#clientToggle");
        until(() -> copied("#serverTranscript").stream().anyMatch(row -> row.get(2).equals("end of stream")));
        clickOn("#serverToggle");
        until(() -> text("#serverState").equals("stopped"));
        assertThat(Files.exists(socket)).isFalse();
    }

    @Test
    void aRefusedConnectIsToldInThePanelAndExplained() {
        String missing = directory.resolve("nobody.sock").toString();
        interact(() -> lookup("#clientPath").queryTextInputControl().setText(missing));
        clickOn("#clientToggle");
        until(() -> text("#clientError").contains("ENOENT"));
        assertThat(text("#clientError")).contains(missing);
        clickOn("#clientExplain");
        until(() -> text("#fileVerdict").contains("ENOENT"));
    }

    @Test
    void closingTheWindowInTheMiddleLeavesNoFileAndNoThread() {
        Path socket = directory.resolve("echo.sock");
        interact(() -> lookup("#serverPath").queryTextInputControl().setText(socket.toString()));
        clickOn("#serverToggle");
        until(() -> text("#serverState").equals("listening"));
        clickOn("#clientToggle");
        until(() -> text("#clientState").startsWith("connected"));
        closeWindow();
        assertThat(Files.exists(socket)).isFalse();
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("socklens-")));
    }

    @Test
    void aReadSizeOfZeroIsToldAndKept() {
        interact(() -> lookup("#serverReadSize").queryTextInputControl().setText("0"));
        clickOn("#serverToggle");
        until(() -> text("#serverError").contains("The read size is 0"));
        assertThat(lookup("#serverReadSize").queryTextInputControl().getText()).isEqualTo("0");
    }

    private String text(String query) {
        return lookup(query).queryAs(Labeled.class).getText();
    }

    private void until(Callable<Boolean> condition) {
        await().atMost(10, TimeUnit.SECONDS).until(() -> {
            WaitForAsyncUtils.waitForFxEvents();
            return condition.call();
        });
    }

    private List<List<String>> copied(String transcript) {
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

    private static List<String> bytes(List<List<String>> rows, String direction) {
        return rows.stream()
                .filter(row -> row.get(2).equals(direction))
                .map(row -> row.get(5))
                .toList();
    }
}
