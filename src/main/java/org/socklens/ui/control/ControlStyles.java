package org.socklens.ui.control;

import java.net.URL;
import java.util.Objects;
import javafx.scene.Parent;

/// The style sheet of the shared controls. It names only colours that the theme defines, so that light and dark both
/// come out right, and sizes in `em`, so that everything grows with the font of the window.
public final class ControlStyles {
    private ControlStyles() {}

    /// Gives a control and what is in it the shared style.
    public static void dress(Parent control) {
        URL sheet = Objects.requireNonNull(ControlStyles.class.getResource("control.css"), "control.css");
        control.getStylesheets().add(sheet.toExternalForm());
    }
}
