package org.socklens.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.feather.Feather;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class CommandsTest {
    private final List<String> done = new ArrayList<>();
    private final Command send = command("send", KeyCode.ENTER);
    private final Page workbench = new Page("workbench", "Workbench", Feather.LAYOUT, new Group(), send);
    private final Page pair = new Page("pair", "Pair", Feather.REPEAT, new Group(), command("run", KeyCode.ENTER));
    private final SimpleObjectProperty<Page> shown = new SimpleObjectProperty<>(workbench);
    private final Commands commands =
            new Commands(List.of(command("help", KeyCode.H)), List.of(workbench, pair), shown::get);

    @Test
    void aKeyMeansWhatTheShownPageMakesOfIt() {
        Scene scene = new Scene(new Group());
        commands.listenIn(scene);
        press(scene, KeyCode.ENTER);
        shown.set(pair);
        press(scene, KeyCode.ENTER);
        press(scene, KeyCode.H);
        assertThat(done).containsExactly("send", "run", "help");
    }

    @Test
    void aCommandThatCannotBeDoneIsNotDone() {
        SimpleBooleanProperty connected = new SimpleBooleanProperty();
        Command halfClose = command("half-close", KeyCode.D).when(connected);
        halfClose.run();
        assertThat(done).isEmpty();
        connected.set(true);
        halfClose.run();
        assertThat(done).containsExactly("half-close");
    }

    @Test
    void theRegistryKnowsThePagesAndWhatWorksEverywhere() {
        assertThat(commands.groups()).extracting(Commands.Group::title).containsExactly("Workbench", "Pair", "Everywhere");
        assertThat(commands.find("send")).containsSame(send);
        assertThat(commands.find("nothing")).isEmpty();
    }

    @Test
    void aCommandWithoutAKeyIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Command.of("lost", "Lost", () -> {}));
    }

    @Test
    void noTwoCommandsOfTheWindowShareAnIdOrAKey() {
        MainWindowModel window = new MainWindowModel(
                List.of(workbench, pair), new ThemeChoice(new SimpleObjectProperty<>(ColorScheme.LIGHT)), new Zoom());
        Set<String> ids = new HashSet<>();
        Set<KeyCombination> keys = new HashSet<>();
        assertThat(WindowCommands.of(window, () -> {})).isNotEmpty().allSatisfy(command -> {
            assertThat(ids.add(command.id())).as(command.id()).isTrue();
            assertThat(command.keys()).allMatch(keys::add);
        });
    }

    @Test
    void eachPageHasADigit() {
        MainWindowModel window = new MainWindowModel(
                List.of(workbench, pair), new ThemeChoice(new SimpleObjectProperty<>(ColorScheme.LIGHT)), new Zoom());
        Scene scene = new Scene(new Group());
        new Commands(WindowCommands.of(window, () -> {}), window.pages(), window.shownProperty()::get).listenIn(scene);
        press(scene, KeyCode.DIGIT2);
        assertThat(window.shownProperty().get()).isSameAs(pair);
        press(scene, KeyCode.DIGIT1);
        assertThat(window.shownProperty().get()).isSameAs(workbench);
    }

    private Command command(String id, KeyCode key) {
        return Command.of(id, id, () -> done.add(id), Keys.shortcut(key));
    }

    private static void press(Scene scene, KeyCode key) {
        KeyEvent event = new KeyEvent(
                KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, key.getName(), key, false, true, false, false);
        Event.fireEvent(scene.getRoot(), event);
    }
}
