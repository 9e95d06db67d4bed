package org.socklens.ui.app;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// Key combinations by key *code*: those by character depend on a keyboard layout that the toolkit only guesses.
public final class Keys {
    private Keys() {}

    /// `code` alone.
    public static KeyCombination plain(KeyCode code) {
        return new KeyCodeCombination(code);
    }

    /// Ctrl and `code`; on macOS Cmd and `code`.
    public static KeyCombination shortcut(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }

    /// Ctrl and `code`, with Shift or without; on macOS Cmd and `code`.
    public static KeyCombination shortcutAnyShift(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_ANY);
    }
}
