package org.socklens.ui.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/// Loads FXML whose controllers were built by hand.
final class Fxml {
    private Fxml() {}

    /// Loads the file `name` that stands beside the class `neighbour`. Each controller that it, or a file it includes,
    /// asks for by class is taken from `controllers`.
    static Parent load(Class<?> neighbour, String name, Object... controllers) {
        FXMLLoader loader = new FXMLLoader(neighbour.getResource(name));
        loader.setControllerFactory(wanted -> pick(wanted, List.of(controllers)));
        try {
            return loader.load();
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + name, broken);
        }
    }

    private static Object pick(Class<?> wanted, List<Object> controllers) {
        return controllers.stream()
                .filter(wanted::isInstance)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + wanted.getSimpleName() + " was handed over"));
    }
}
