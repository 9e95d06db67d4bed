package steps;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// The program that gets packed.
///
/// @param main       `module/class` with the main method
/// @param timestamp  the time that every packed file gets
/// @param classes    its compiled classes and resources
/// @param modulePath the jars that it needs
/// @param pictures   the directory with its icon as `NAME-SIZE.png`
/// @param drawing    its icon as SVG
/// @param training   the arguments of the run that teaches what it loads
record Application(
        String name,
        String version,
        String description,
        String main,
        Instant timestamp,
        Path classes,
        List<Path> modulePath,
        Path pictures,
        Path drawing,
        List<String> training) {
    /// The module with the main method.
    String module() {
        return main.substring(0, main.indexOf('/'));
    }

    /// Its icon, `size` pixels wide and high.
    Path picture(int size) {
        return pictures.resolve(name + "-" + size + ".png");
    }
}
