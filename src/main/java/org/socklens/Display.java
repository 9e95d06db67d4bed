package org.socklens;

import java.util.Locale;

/// Whether JavaFX has a screen to draw on, and what to do without one.
final class Display {
    private Display() {}

    /// True where windows need an X server (JavaFX speaks no Wayland of its own) and none is named in `DISPLAY`.
    static boolean isMissing() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String display = System.getenv("DISPLAY");
        return system.contains("linux") && (display == null || display.isEmpty());
    }

    /// From now on JavaFX draws into memory. Only before its toolkit has started.
    static void useNone() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
    }
}
