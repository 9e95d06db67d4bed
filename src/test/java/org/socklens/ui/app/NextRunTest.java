package org.socklens.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.socklens.ui.settings.Settings;
import org.socklens.ui.settings.SettingsStore;
import org.socklens.ui.settings.Theme;
import org.socklens.ui.settings.WindowPlace;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What a person chose is there again at the next run.
@ExtendWith(ApplicationExtension.class)
class NextRunTest {
    private static final Settings LAST = new Settings(
            Optional.of(new WindowPlace(20, 10, 940, 620, false)),
            Theme.DARK,
            125,
            "/srv/last.sock",
            "/run/docker.sock",
            1024,
            List.of("first", "second"));

    /// Settings as a later run would find them.
    private final MemoryStore store = new MemoryStore();

    private final AtomicReference<Wiring> open = new AtomicReference<>();

    private static final class MemoryStore implements SettingsStore {
        private volatile Loaded kept = new Loaded(Settings.USUAL, "");
        private volatile boolean full;

        @Override
        public Loaded load() {
            return kept;
        }

        @Override
        public void save(Settings settings) throws IOException {
            if (full) {
                throw new IOException("/home/ada/settings cannot be written (No space left on device)");
            }
            kept = new Loaded(settings, "");
        }
    }

    @Start
    void prepare(Stage stage) {
        stage.hide();
    }

    private Wiring run(FxRobot person, String... path) {
        person.interact(() -> {
            Wiring built = new Wiring(
                    new Stage(), path.length == 0 ? null : path[0], new Remembered(store, System.err));
            built.show();
            open.set(built);
        });
        WaitForAsyncUtils.waitForFxEvents();
        return Objects.requireNonNull(open.get());
    }

    @AfterEach
    void end(FxRobot person) {
        person.interact(() -> {
            Wiring running = open.getAndSet(null);
            if (running != null) {
                running.stage().hide();
                running.close();
            }
        });
    }

    @Test
    void everythingIsAsItWasLeft(FxRobot person) {
        store.kept = new SettingsStore.Loaded(LAST, "");
        Wiring run = run(person);
        assertThat(run.window().theme().themeProperty().get()).isEqualTo(Theme.DARK);
        assertThat(run.window().zoom().percentProperty().get()).isEqualTo(125);
        assertThat(run.workbench().server().form().pathProperty().get()).isEqualTo("/srv/last.sock");
        assertThat(run.workbench().client().form().pathProperty().get()).isEqualTo("/run/docker.sock");
        assertThat(run.workbench().client().history().sentProperty().get()).containsExactly("first", "second");
        assertThat(run.stage().getX()).isEqualTo(20);
        assertThat(run.stage().getWidth()).isEqualTo(940);
        end(person);
        assertThat(store.kept.settings()).isEqualTo(LAST);
    }

    @Test
    void whatIsChangedLastsAlsoWithoutClosing(FxRobot person) {
        Wiring run = run(person);
        person.interact(() -> {
            run.window().theme().choose(Theme.LIGHT);
            run.window().zoom().in();
            run.workbench().client().form().pathProperty().set("/tmp/other.sock");
            run.stage().setWidth(1000);
        });
        await().untilAsserted(() -> {
            assertThat(store.kept.settings().theme()).isEqualTo(Theme.LIGHT);
            assertThat(store.kept.settings().zoom()).isEqualTo(110);
            assertThat(store.kept.settings().clientPath()).isEqualTo("/tmp/other.sock");
            assertThat(store.kept.settings().place().orElseThrow().width()).isEqualTo(1000);
        });
    }

    @Test
    void aProposedPathIsProposedAnew(FxRobot person) {
        Wiring run = run(person);
        String proposed = run.workbench().server().form().pathProperty().get();
        person.interact(() -> {
            run.workbench().server().form().pathProperty().set("/tmp/a.sock");
            run.workbench().server().form().pathProperty().set(proposed);
        });
        end(person);
        assertThat(store.kept.settings().serverPath()).isEmpty();
        assertThat(store.kept.settings().clientPath()).isEmpty();
    }

    @Test
    void aPathGivenAsArgumentOpensInClientAndSocketFile(FxRobot person) {
        store.kept = new SettingsStore.Loaded(LAST, "");
        Wiring run = run(person, "/run/given.sock");
        assertThat(run.workbench().client().form().pathProperty().get()).isEqualTo("/run/given.sock");
        assertThat(run.workbench().file().pathProperty().get()).isEqualTo("/run/given.sock");
        assertThat(run.workbench().server().form().pathProperty().get()).isEqualTo("/srv/last.sock");
    }

    @Test
    void aWindowFromAScreenThatIsGoneComesBackOnThisOne(FxRobot person) {
        WindowPlace gone = new WindowPlace(-4000, 50, 940, 620, false);
        store.kept = new SettingsStore.Loaded(LAST.withPlace(gone), "");
        Wiring run = run(person);
        assertThat(run.stage().getX()).isGreaterThanOrEqualTo(-500);
        assertThat(run.stage().getWidth()).isEqualTo(940);
    }

    @Test
    void aNoticeStaysUntilItWasSeen(FxRobot person) {
        store.kept = new SettingsStore.Loaded(Settings.USUAL, "The settings make no sense.");
        run(person);
        Node bar = person.lookup("#noticeBar").query();
        assertThat(person.lookup("#windowNotice").queryLabeled().getText()).isEqualTo("The settings make no sense.");
        assertThat(bar.isVisible()).isTrue();
        person.interact(() -> person.lookup("#noticeClose").queryButton().fire());
        assertThat(bar.isVisible()).isFalse();
        assertThat(bar.isManaged()).isFalse();
    }

    @Test
    void settingsThatCannotBeKeptAreSaidOnce(FxRobot person) {
        store.full = true;
        Wiring run = run(person);
        person.interact(() -> run.window().zoom().in());
        await().untilAsserted(() -> assertThat(
                        person.lookup("#windowNotice").queryLabeled().getText())
                .isEqualTo("Changed settings are not kept: /home/ada/settings cannot be written (No space left on"
                        + " device)."));
    }

    @Test
    void afterTheWindowTheTerminalIsToldWhatCannotBeKept() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        store.full = true;
        try (Remembered remembered = new Remembered(store, new PrintStream(said, true, StandardCharsets.UTF_8))) {
            remembered.change(settings -> settings.withZoom(150));
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("socklens: Changed settings are not kept: /home/ada");
    }
}
