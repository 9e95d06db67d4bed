package org.socklens.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.socklens.ui.settings.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The window as a person uses it: navigation, zoom, theme, keys, closing.
@ExtendWith(ApplicationExtension.class)
class MainWindowTest {
    private static final double BASE_FONT = 13;

    private Wiring wiring;
    private Stage stage;

    @Start
    void open(Stage window) {
        stage = window;
        stage.setX(0);
        stage.setY(0);
        wiring = new Wiring(window, null);
        wiring.show();
    }

    @AfterEach
    void close(FxRobot person) {
        person.interact(() -> {
            wiring.close();
            stage.close();
        });
    }

    @Test
    void theWindowOpensOnTheWorkbench(FxRobot person) {
        assertThat(stage.getTitle()).isEqualTo("Socklens");
        assertThat(stage.getIcons()).hasSize(6).noneMatch(icon -> icon.isError());
        assertThat(stage.getWidth()).isEqualTo(1280);
        assertThat(stage.getHeight()).isEqualTo(800);
        ToggleButton entry = person.lookup("#navWorkbench").queryAs(ToggleButton.class);
        assertThat(entry.isSelected()).isTrue();
        assertThat(wiring.workbench().page().content().getScene()).isSameAs(stage.getScene());
    }

    @Test
    void anEntryStaysSelectedWhenItIsClickedAgain(FxRobot person) {
        person.clickOn("#navWorkbench").clickOn("#navWorkbench");
        assertThat(person.lookup("#navWorkbench").queryAs(ToggleButton.class).isSelected())
                .isTrue();
    }

    @Test
    void aNarrowWindowKeepsOnlyTheIconsOfItsNavigation(FxRobot person) {
        assertThat(entryDisplay(person)).isEqualTo(ContentDisplay.LEFT);
        person.interact(() -> stage.setWidth(900));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(entryDisplay(person)).isEqualTo(ContentDisplay.GRAPHIC_ONLY);
        person.interact(() -> stage.setWidth(1280));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(entryDisplay(person)).isEqualTo(ContentDisplay.LEFT);
    }

    @Test
    void aZoomedWindowKeepsOnlyTheIconsOfItsNavigation(FxRobot person) {
        person.interact(() -> {
            wiring.window().zoom().in();
            wiring.window().zoom().in();
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(entryDisplay(person)).isEqualTo(ContentDisplay.GRAPHIC_ONLY);
    }

    @Test
    void plusMinusAndZeroZoomOnBothPartsOfTheKeyboard(FxRobot person) {
        for (KeyCode plus : List.of(KeyCode.PLUS, KeyCode.EQUALS, KeyCode.ADD)) {
            shortcut(person, plus);
        }
        assertZoom(person, 150);
        shortcut(person, KeyCode.MINUS);
        shortcut(person, KeyCode.SUBTRACT);
        assertZoom(person, 110);
        shortcut(person, KeyCode.DIGIT0);
        assertZoom(person, 100);
        shortcut(person, KeyCode.MINUS);
        shortcut(person, KeyCode.NUMPAD0);
        assertZoom(person, 100);
    }

    @Test
    void plusWithShiftZoomsToo(FxRobot person) {
        press(person, KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.EQUALS);
        assertZoom(person, 110);
    }

    @Test
    void theZoomButtonsStopAtBothEnds(FxRobot person) {
        Button zoomIn = person.lookup("#zoomIn").queryButton();
        Button zoomOut = person.lookup("#zoomOut").queryButton();
        person.clickOn(zoomOut).clickOn(zoomOut);
        assertZoom(person, 75);
        assertThat(zoomOut.isDisabled()).isTrue();
        assertThat(zoomIn.isDisabled()).isFalse();
        person.interact(() -> Zoom.STEPS.forEach(_ -> wiring.window().zoom().in()));
        assertZoom(person, 200);
        assertThat(zoomIn.isDisabled()).isTrue();
    }

    @Test
    void theThemeGoesFromTheDesktopsToLightToDark(FxRobot person) {
        Button toggle = person.lookup("#themeToggle").queryButton();
        assertThat(toggle.getText()).isEqualTo("System");
        person.clickOn(toggle);
        assertThat(toggle.getText()).isEqualTo("Light");
        assertThat(Application.getUserAgentStylesheet()).contains("primer-light");
        shortcut(person, KeyCode.T);
        assertThat(toggle.getText()).isEqualTo("Dark");
        assertThat(toggle.getAccessibleText()).isEqualTo("Theme: Dark");
        assertThat(Application.getUserAgentStylesheet()).contains("primer-dark");
        person.clickOn(toggle);
        assertThat(toggle.getText()).isEqualTo("System");
    }

    @Test
    void f1ListsEveryCommandAndEscapeTakesTheListAway(FxRobot person) {
        press(person, KeyCode.F1);
        Node list = person.lookup("#keyList").query();
        assertThat(isShown(list)).isTrue();
        List<String> texts = person.from(list).lookup(".label").<Label>queryAll().stream()
                .map(Label::getText)
                .toList();
        assertThat(wiring.commands().groups()).isNotEmpty().allSatisfy(group -> assertThat(texts)
                .contains(group.title())
                .containsAll(group.commands().stream().map(Command::title).toList()));
        press(person, KeyCode.ESCAPE);
        assertThat(isShown(list)).isFalse();
    }

    @Test
    void theListOfKeysKeepsTheFocusAndGivesItBack(FxRobot person) {
        Node before = Objects.requireNonNull(stage.getScene().getFocusOwner());
        press(person, KeyCode.F1);
        press(person, KeyCode.TAB);
        assertThat(stage.getScene().getFocusOwner()).hasFieldOrPropertyWithValue("id", "keyList");
        press(person, KeyCode.F1);
        assertThat(stage.getScene().getFocusOwner()).isSameAs(before);
    }

    @Test
    void aClickBesideTheListOfKeysTakesItAway(FxRobot person) {
        person.clickOn("#keysToggle");
        Node list = person.lookup("#keyList").query();
        assertThat(isShown(list)).isTrue();
        person.targetPos(Pos.TOP_LEFT).clickOn("#overlay");
        assertThat(isShown(list)).isFalse();
    }

    @Test
    void everyIconButtonHasATooltipAndAccessibleText(FxRobot person) {
        assertThat(person.lookup(".nav .button").<Button>queryAll()).hasSize(4).allSatisfy(button -> {
            assertThat(button.getTooltip().getText()).isNotBlank();
            assertThat(button.getAccessibleText()).isNotBlank();
        });
    }

    @Test
    void closingByKeyLeavesNothingBehind(FxRobot person) {
        String path = wiring.workbench().server().form().pathProperty().get();
        Path directory = Objects.requireNonNull(Path.of(path).getParent());
        assertThat(directory).isDirectory();
        shortcut(person, KeyCode.Q);
        assertThat(stage.isShowing()).isFalse();
        person.interact(wiring::close);
        assertThat(Files.exists(directory)).isFalse();
        assertThat(Thread.getDefaultUncaughtExceptionHandler()).isNotInstanceOf(UncaughtErrors.class);
        person.interact(wiring::close);
    }

    @Test
    void everyCommandCanBeGivenOnceWithoutAFault(FxRobot person) {
        for (Commands.Group group : wiring.commands().groups()) {
            for (Command command : group.commands()) {
                person.interact(command::run);
                WaitForAsyncUtils.waitForFxEvents();
                assertThat(person.listWindows().stream().filter(Stage.class::isInstance))
                        .as(command.id())
                        .hasSizeLessThanOrEqualTo(1);
            }
        }
        assertThat(stage.isShowing()).as("the last command closes the window").isFalse();
    }

    private static ContentDisplay entryDisplay(FxRobot person) {
        return person.lookup("#navWorkbench").queryAs(ToggleButton.class).getContentDisplay();
    }

    private static void assertZoom(FxRobot person, int percent) {
        WaitForAsyncUtils.waitForFxEvents();
        Label told = person.lookup("#zoomPercent").queryAs(Label.class);
        assertThat(told.getText()).isEqualTo(percent + " %");
        double size = person.lookup("#navWorkbench").queryAs(ToggleButton.class).getFont().getSize();
        assertThat(size).isCloseTo(BASE_FONT * percent / 100, within(0.1));
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && node.getParent().isVisible();
    }

    private static void shortcut(FxRobot person, KeyCode key) {
        press(person, KeyCode.SHORTCUT, key);
    }

    private static void press(FxRobot person, KeyCode... keys) {
        person.push(keys);
    }
}
