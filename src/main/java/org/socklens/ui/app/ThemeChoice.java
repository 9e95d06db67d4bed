package org.socklens.ui.app;

import javafx.application.ColorScheme;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.socklens.ui.settings.Theme;

/// The chosen theme and whether it means dark now. FX thread only.
public final class ThemeChoice {
    private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>(Theme.SYSTEM);
    private final BooleanBinding dark;

    /// At first as the `desktop` is.
    ThemeChoice(ObservableValue<ColorScheme> desktop) {
        dark = Bindings.createBooleanBinding(() -> isDark(theme.get(), desktop.getValue()), theme, desktop);
    }

    private static boolean isDark(Theme theme, ColorScheme desktop) {
        return switch (theme) {
            case SYSTEM -> desktop == ColorScheme.DARK;
            case LIGHT -> false;
            case DARK -> true;
        };
    }

    /// What was chosen.
    public ReadOnlyObjectProperty<Theme> themeProperty() {
        return theme.getReadOnlyProperty();
    }

    /// Whether the window is dark now.
    public BooleanBinding dark() {
        return dark;
    }

    /// Chooses `wanted`.
    public void choose(Theme wanted) {
        theme.set(wanted);
    }

    /// Chooses the next of system, light and dark.
    public void next() {
        choose(theme.get().next());
    }
}
