package steps;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the build says of itself, as `--key value` pairs:
///
/// - `name`, `version`, `main` (module/class), `description`: of the program
/// - `timestamp`: ISO 8601; the time of every packed file, so that two builds give the same
/// - `classes`: the directory with the program's compiled classes and resources
/// - `module-path`: the jars it needs, as a path list; directories in it are passed over
/// - `resources`: the directory that holds `linux`, `macos` and `windows`
/// - `pictures`: the directory with the icon as `socklens-SIZE.png`; `drawing`: the icon as SVG
/// - `training`: what the program is started with to learn what it loads; it must end by itself
/// - `output`: the directory for the results
/// - `image-only`: `yes` for no packages
final class Arguments {
    private final Map<String, String> values = new HashMap<>();

    private Arguments() {}

    static Arguments of(String... words) {
        Arguments arguments = new Arguments();
        if (words.length % 2 != 0) {
            throw new Failed("expected pairs of --key and value, but got " + String.join(" ", words));
        }
        for (int i = 0; i < words.length; i += 2) {
            arguments.values.put(words[i].substring("--".length()), words[i + 1]);
        }
        return arguments;
    }

    Application application() {
        return new Application(
                text("name"),
                text("version"),
                text("description"),
                text("main"),
                Instant.parse(text("timestamp")),
                path("classes"),
                paths("module-path"),
                path("pictures"),
                path("drawing"),
                List.of(text("training").split(" ")));
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Path path(String key) {
        return Path.of(text(key)).toAbsolutePath();
    }

    private List<Path> paths(String key) {
        return Arrays.stream(text(key).split(File.pathSeparator)).map(Path::of).filter(Files::isRegularFile).toList();
    }

    private String text(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new Failed("missing --" + key);
        }
        return value;
    }
}
