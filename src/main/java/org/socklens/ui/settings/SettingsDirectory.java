package org.socklens.ui.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where each system wants the settings of programs.
final class SettingsDirectory {
    private static final String NAME = "socklens";

    private SettingsDirectory() {}

    /// On Linux as the XDG Base Directory Specification says: `$XDG_CONFIG_HOME/socklens` if that is an absolute path,
    /// else `~/.config/socklens`. On macOS `~/Library/Application Support/socklens`, on Windows `%APPDATA%\socklens`.
    static Path of(String system, Map<String, String> environment, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return home.resolve("Library", "Application Support", NAME);
        }
        boolean windows = name.contains("windows");
        Path usual = windows ? home.resolve("AppData", "Roaming") : home.resolve(".config");
        Path told = Path.of(environment.getOrDefault(windows ? "APPDATA" : "XDG_CONFIG_HOME", ""));
        return (told.isAbsolute() ? told : usual).resolve(NAME);
    }
}
