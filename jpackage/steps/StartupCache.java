package steps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The ahead-of-time cache of classes (JEP 514) that halves the start-up.
///
/// The image's own launcher is run once with the options and the modules of later runs: a cache that was made with
/// others is not used. It is the one file that differs from build to build: it holds what the run has measured.
record StartupCache(Application application, AppImage image) {
    private static final String FILE = "startup.aot";

    /// Runs the program once; its pictures and settings go into `work`.
    void train(Path work) throws IOException {
        Path cache = image.app().resolve(FILE);
        List<String> words = new ArrayList<>(List.of(image.launcher().toString()));
        application.training().forEach(word -> words.add(word.replace("{}", work.resolve("training").toString())));
        try (Screen screen = Screen.open()) {
            Map<String, String> environment = new HashMap<>(screen.environment());
            environment.put("JAVA_TOOL_OPTIONS", "-XX:AOTCacheOutput=" + cache);
            environment.put("XDG_CONFIG_HOME", work.resolve("training").toString());
            Command.run(environment, words);
        }
        if (!Files.exists(cache)) {
            throw new Failed("the training run left no " + cache);
        }
        Files.writeString(
                image.configuration(), "java-options=-XX:AOTCache=$APPDIR/" + FILE + "\n", StandardOpenOption.APPEND);
    }
}
