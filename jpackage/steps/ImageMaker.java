package steps;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes the image: the program's own jar, a runtime of only the modules it needs, JavaFX's native libraries where the
/// runtime finds them, and the start-up cache.
///
/// @param resources the directory with this system's resources
record ImageMaker(Application application, Platform platform, Path resources) {
    /// The trained cache holds on every machine only if these are the same on every machine: without them the collector
    /// and the layout of the heap follow the machine's memory, and adapters follow its processor.
    private static final List<String> VIRTUAL_MACHINE = List.of(
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-AOTAdapterCaching",
            "-XX:+UseG1GC",
            "-XX:+UseCompressedOops",
            "-Xms64m",
            "-Xmx1g");

    AppImage make(Path work) throws IOException {
        AppImage image = platform.image(work, application.name());
        Trees.delete(image.root());
        jpackage(jar(work), work);
        copyNativeLibraries(image);
        strip(image);
        Trees.normalize(image.root(), application.timestamp());
        new StartupCache(application, image).train(work);
        Trees.normalize(image.root(), application.timestamp());
        return image;
    }

    private Path jar(Path work) {
        Path jar = work.resolve(application.name() + ".jar");
        Command.tool(
                "jar",
                List.of(
                        "--create",
                        "--file",
                        jar.toString(),
                        "--date",
                        application.timestamp().toString(),
                        "-C",
                        application.classes().toString(),
                        "."));
        return jar;
    }

    private void jpackage(Path jar, Path work) throws IOException {
        String modulePath = Stream.concat(Stream.of(jar), application.modulePath().stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        List<String> words = new ArrayList<>(List.of(
                "@" + resources.resolve("app-image.options"),
                "--name",
                application.name(),
                "--app-version",
                platform.installerVersion(application.version()),
                "--description",
                application.description(),
                "--icon",
                new IconFile(application, platform).write(work).toString(),
                "--module-path",
                modulePath,
                "--module",
                application.main(),
                "--java-options",
                "--enable-native-access=" + application.module() + ",javafx.graphics",
                "--dest",
                work.toString()));
        VIRTUAL_MACHINE.forEach(option -> words.addAll(List.of("--java-options", option)));
        Command.tool("jpackage", words);
    }

    /// JavaFX's jars carry their native libraries, which would be unpacked below the home directory at every start.
    private void copyNativeLibraries(AppImage image) throws IOException {
        for (Path jar : application.modulePath()) {
            try (FileSystem content = FileSystems.newFileSystem(jar);
                    Stream<Path> entries = Files.list(content.getPath("/"))) {
                for (Path library : entries.filter(this::isLibrary).toList()) {
                    Files.copy(
                            library,
                            image.libraries().resolve(library.getFileName().toString()),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private boolean isLibrary(Path entry) {
        return entry.toString().endsWith(platform.libraryEnding());
    }

    /// Takes out of native libraries and programs the symbols that only a debugger of the virtual machine reads: 6 MB.
    private void strip(AppImage image) throws IOException {
        if (platform == Platform.LINUX) {
            List<String> words = new ArrayList<>(List.of("strip", "--strip-unneeded"));
            try (Stream<Path> files = Files.walk(image.root())) {
                files.filter(file -> isLibrary(file) || isProgram(file))
                        .map(Path::toString)
                        .forEach(words::add);
            }
            Command.run(Map.of(), words);
        }
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }
}
