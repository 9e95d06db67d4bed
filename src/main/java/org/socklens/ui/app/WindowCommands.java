package org.socklens.ui.app;

import static javafx.scene.input.KeyCode.ADD;
import static javafx.scene.input.KeyCode.DIGIT0;
import static javafx.scene.input.KeyCode.DIGIT1;
import static javafx.scene.input.KeyCode.DIGIT2;
import static javafx.scene.input.KeyCode.DIGIT3;
import static javafx.scene.input.KeyCode.DIGIT4;
import static javafx.scene.input.KeyCode.DIGIT5;
import static javafx.scene.input.KeyCode.DIGIT6;
import static javafx.scene.input.KeyCode.DIGIT7;
import static javafx.scene.input.KeyCode.DIGIT8;
import static javafx.scene.input.KeyCode.DIGIT9;
import static javafx.scene.input.KeyCode.EQUALS;
import static javafx.scene.input.KeyCode.F1;
import static javafx.scene.input.KeyCode.MINUS;
import static javafx.scene.input.KeyCode.NUMPAD0;
import static javafx.scene.input.KeyCode.PLUS;
import static javafx.scene.input.KeyCode.Q;
import static javafx.scene.input.KeyCode.SUBTRACT;
import static javafx.scene.input.KeyCode.T;
import static org.socklens.ui.app.Keys.plain;
import static org.socklens.ui.app.Keys.shortcut;
import static org.socklens.ui.app.Keys.shortcutAnyShift;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javafx.scene.input.KeyCode;

/// The commands that work on every page.
final class WindowCommands {
    private static final List<KeyCode> DIGITS =
            List.of(DIGIT1, DIGIT2, DIGIT3, DIGIT4, DIGIT5, DIGIT6, DIGIT7, DIGIT8, DIGIT9);

    private WindowCommands() {}

    /// Commands over `window`; `close` closes it.
    static List<Command> of(MainWindowModel window, Runnable close) {
        List<Command> commands = new ArrayList<>(pages(window));
        Zoom zoom = window.zoom();
        // On many keyboards plus is the equals key with Shift; people press it with Shift and without.
        commands.add(Command.of("zoom-in", "Zoom in", zoom::in, shortcut(PLUS), shortcutAnyShift(EQUALS), shortcut(ADD))
                .when(zoom.canGrow()));
        commands.add(Command.of("zoom-out", "Zoom out", zoom::out, shortcut(MINUS), shortcut(SUBTRACT))
                .when(zoom.canShrink()));
        commands.add(Command.of("zoom-reset", "Usual size", zoom::reset, shortcut(DIGIT0), shortcut(NUMPAD0)));
        commands.add(Command.of("theme", "Theme: system, light, dark", window.theme()::next, shortcut(T)));
        commands.add(Command.of("keys", "Show or hide this list", window::toggleKeys, plain(F1)));
        commands.add(Command.of("close", "Close the window", close, shortcut(Q)));
        return commands;
    }

    /// The first nine pages have a digit each.
    private static List<Command> pages(MainWindowModel window) {
        List<Command> commands = new ArrayList<>();
        Iterator<KeyCode> digits = DIGITS.iterator();
        for (Page page : window.pages()) {
            if (digits.hasNext()) {
                commands.add(Command.of(
                        "go-" + page.id(), "Go to " + page.title(), () -> window.show(page), shortcut(digits.next())));
            }
        }
        return commands;
    }
}
