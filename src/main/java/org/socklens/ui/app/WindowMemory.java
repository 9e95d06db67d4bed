package org.socklens.ui.app;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.socklens.ui.settings.WindowPlace;

/// Puts the window where it last stood, and remembers where it is put. FX thread only.
final class WindowMemory {
    private final Stage stage;
    private final Remembered remembered;

    private WindowMemory(Stage stage, Remembered remembered) {
        this.stage = stage;
        this.remembered = remembered;
    }

    /// Places `stage`, which does not show yet, unless that place is on no screen any more.
    static void of(Stage stage, Remembered remembered) {
        WindowMemory memory = new WindowMemory(stage, remembered);
        remembered.settings().place().ifPresent(memory::restore);
        for (ObservableValue<?> part : new ObservableValue<?>[] {
            stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty(), stage.maximizedProperty()
        }) {
            part.subscribe((_, _) -> memory.moved());
        }
    }

    private void restore(WindowPlace place) {
        stage.setWidth(Math.max(place.width(), stage.getMinWidth()));
        stage.setHeight(Math.max(place.height(), stage.getMinHeight()));
        if (isOnAScreen(place)) {
            stage.setX(place.x());
            stage.setY(place.y());
        }
        stage.setMaximized(place.maximized());
    }

    /// Whether the bar by which a person moves the window can be reached: the middle of its upper edge.
    private static boolean isOnAScreen(WindowPlace place) {
        return Screen.getScreens().stream()
                .map(Screen::getVisualBounds)
                .anyMatch(bounds -> bounds.contains(upperMiddle(place)));
    }

    private static Rectangle2D upperMiddle(WindowPlace place) {
        return new Rectangle2D(place.x() + place.width() / 2, place.y(), 1, 1);
    }

    private void moved() {
        if (!stage.isShowing() || stage.isIconified()) {
            return;
        }
        WindowPlace place = new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
        remembered.change(settings -> stage.isMaximized()
                ? settings.withPlace(settings.place().orElse(place).withMaximized(true))
                : settings.withPlace(place));
    }
}
