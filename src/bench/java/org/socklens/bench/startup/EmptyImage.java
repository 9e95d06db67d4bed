package org.socklens.bench.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// An empty JavaFX window, packaged by the very program that packages Socklens.
final class EmptyImage {
    private static final String NAME = "empty-window";
    private static final Path SOURCES = Path.of("src/bench/empty-window");
    private static final Path ICON = Path.of("src/main/resources/org/socklens/ui/app/socklens-256.png");

    private EmptyImage() {}

    /// Compiles and packages it below `directory`; returns its launcher.
    static Path make(Path directory) throws IOException, InterruptedException {
        Path classes = directory.resolve("classes");
        Files.createDirectories(directory);
        Files.copy(ICON, directory.resolve(NAME + "-256.png"), StandardCopyOption.REPLACE_EXISTING);
        run("javac", List.of(
                "--release", "25", "-d", classes.toString(), "--module-path", javaFx(),
                SOURCES.resolve("module-info.java").toString(),
                SOURCES.resolve("org/socklens/empty/EmptyWindow.java").toString()));
        run("java", List.of(
                "jpackage/steps/Dist.java",
                "--name", NAME,
                "--version", "1.0.0",
                "--description", "An empty window",
                "--main", "org.socklens.empty/org.socklens.empty.EmptyWindow",
                "--timestamp", "2026-01-01T00:00:00Z",
                "--classes", classes.toString(),
                "--module-path", javaFx(),
                "--resources", "jpackage",
                "--pictures", directory.toString(),
                "--drawing", "assets/socklens.svg",
                "--training", "close",
                "--output", directory.toString(),
                "--image-only", "yes"));
        return directory.resolve(NAME).resolve("bin").resolve(NAME);
    }

    private static String javaFx() {
        return Arrays.stream(System.getProperty("java.class.path").split(":"))
                .filter(entry -> entry.contains("javafx"))
                .collect(Collectors.joining(":"));
    }

    private static void run(String tool, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
        command.addAll(arguments);
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException(tool + " failed");
        }
    }
}
