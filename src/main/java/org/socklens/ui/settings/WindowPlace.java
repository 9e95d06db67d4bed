package org.socklens.ui.settings;

/// Where the window stood, in pixels of the desktop. When it was maximized the numbers tell where it stood before.
public record WindowPlace(double x, double y, double width, double height, boolean maximized) {
    /// The same place, maximized or not.
    public WindowPlace withMaximized(boolean wanted) {
        return new WindowPlace(x, y, width, height, wanted);
    }
}
