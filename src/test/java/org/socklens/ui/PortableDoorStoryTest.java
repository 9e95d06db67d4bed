package org.socklens.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.socklens.ui.app.Wiring;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The window where sockets are Java's own, as on macOS and Windows.
@ExtendWith(ApplicationExtension.class)
class PortableDoorStoryTest {
    @TempDir
    Path directory = Path.of("");

    private final AtomicReference<Wiring> wiring = new AtomicReference<>();

    @Start
    void open(Stage stage) {
        System.setProperty("socklens.door", "portable");
        try {
            Wiring built = new Wiring(stage, null);
            built.show();
            wiring.set(built);
        } finally {
            System.clearProperty("socklens.door");
        }
    }

    @AfterEach
    void close(FxRobot person) {
        person.interact(() -> {
            Objects.requireNonNull(wiring.get()).stage().hide();
            Objects.requireNonNull(wiring.get()).close();
        });
    }

    @Test
    void anEchoConversationWorksAndWhatIsLackingIsDisabledAndSaid(FxRobot person) {
        Wiring running = Objects.requireNonNull(wiring.get());
        for (String control : new String[] {"serverType", "serverMode", "serverAbstract", "clientType", "clientPass"}) {
            assertThat(person.lookup("#" + control).query().isDisabled()).as(control).isTrue();
        }
        assertThat(person.lookup("#serverLacks").queryLabeled().getText()).contains("need Linux");
        person.interact(() -> {
            running.workbench().server().form().pathProperty().set(directory.resolve("s").toString());
            running.workbench().server().toggle();
        });
        await().until(() -> person.lookup("#serverState").queryLabeled().getText().equals("listening"));
        person.interact(running.workbench().client()::toggle);
        await().until(running.workbench().client()::isConnected);
        person.interact(() -> {
            running.workbench().client().messageProperty().set("ping");
            running.workbench().client().send();
        });
        await().until(() -> running.workbench().client().transcript().bytesReceived() == 4);
        person.interact(running.workbench().server()::toggle);
        await().until(() -> person.lookup("#serverState").queryLabeled().getText().equals("stopped"));
        assertThat(directory).isEmptyDirectory();
    }
}
