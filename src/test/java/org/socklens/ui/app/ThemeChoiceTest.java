package org.socklens.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.socklens.ui.settings.Theme;

class ThemeChoiceTest {
    private final SimpleObjectProperty<ColorScheme> desktop = new SimpleObjectProperty<>(ColorScheme.LIGHT);
    private final ThemeChoice choice = new ThemeChoice(desktop);

    @Test
    void atFirstTheWindowFollowsTheDesktop() {
        assertThat(choice.dark().get()).isFalse();
        desktop.set(ColorScheme.DARK);
        assertThat(choice.dark().get()).isTrue();
    }

    @Test
    void aChoiceHoldsAgainstTheDesktop() {
        choice.choose(Theme.DARK);
        assertThat(choice.dark().get()).isTrue();
        desktop.set(ColorScheme.DARK);
        choice.choose(Theme.LIGHT);
        assertThat(choice.dark().get()).isFalse();
    }

    @Test
    void nextGoesRound() {
        choice.next();
        assertThat(choice.themeProperty().get()).isEqualTo(Theme.LIGHT);
        choice.next();
        assertThat(choice.themeProperty().get()).isEqualTo(Theme.DARK);
        choice.next();
        assertThat(choice.themeProperty().get()).isEqualTo(Theme.SYSTEM);
    }
}
