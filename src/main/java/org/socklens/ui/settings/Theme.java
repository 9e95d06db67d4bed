package org.socklens.ui.settings;

/// What a person can choose for light and dark.
public enum Theme {
    /// As the desktop is, also when that changes.
    SYSTEM("System"),
    /// Always light.
    LIGHT("Light"),
    /// Always dark.
    DARK("Dark");

    private final String title;

    Theme(String title) {
        this.title = title;
    }

    /// How the window calls it.
    public String title() {
        return title;
    }

    /// The one after this, round and round.
    public Theme next() {
        return switch (this) {
            case SYSTEM -> LIGHT;
            case LIGHT -> DARK;
            case DARK -> SYSTEM;
        };
    }
}
