package org.socklens.ui.app;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;

/// Gives every scene of the program the chosen theme and zoom. FX thread only.
final class Look {
    private static final URL STYLE = Objects.requireNonNull(Look.class.getResource("socklens.css"));

    private static final double ICON_TO_FONT = 1.15;

    private final ThemeChoice theme;
    private final Zoom zoom;

    Look(ThemeChoice theme, Zoom zoom) {
        this.theme = theme;
        this.zoom = zoom;
        theme.dark().subscribe(Look::useTheme);
    }

    ThemeChoice theme() {
        return theme;
    }

    Zoom zoom() {
        return zoom;
    }

    /// A scene around `root` that follows theme and zoom as long as it lives.
    Scene scene(Parent root) {
        root.styleProperty().bind(zoom.percentProperty().map(_ -> rootStyle()));
        Scene scene = new Scene(root);
        scene.getStylesheets().add(STYLE.toExternalForm());
        return scene;
    }

    /// An icon's own font is as large as the icon, so that a size in `em` would grow with each pass: icons get pixels.
    private String rootStyle() {
        double font = zoom.fontPixels();
        return String.format(Locale.ROOT, "-fx-font-size: %.2fpx; -icon-size: %.0fpx;", font, font * ICON_TO_FONT);
    }

    private static void useTheme(boolean dark) {
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }
}
