package steps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What `jpackage` makes of the image on macOS (`.dmg`, `.pkg`) and Windows (`.msi`): one package for each
/// `TYPE.options` file in that system's resources.
record NativeInstallers(Application application, Platform platform, AppImage image, Path resources) {
    private static final List<String> TYPES = List.of("dmg", "pkg", "msi");

    List<Path> make(Path work) throws IOException {
        if (platform == Platform.MACOS) {
            sign();
        }
        List<Path> made = new ArrayList<>();
        for (String type : TYPES) {
            Path options = resources.resolve(type + ".options");
            if (Files.exists(options)) {
                made.add(jpackage(type, options, work));
            }
        }
        return made;
    }

    private Path jpackage(String type, Path options, Path work) throws IOException {
        Command.tool(
                "jpackage",
                List.of(
                        "@" + options,
                        "--type",
                        type,
                        "--name",
                        application.name(),
                        "--app-version",
                        platform.installerVersion(application.version()),
                        "--description",
                        application.description(),
                        "--app-image",
                        image.root().toString(),
                        "--resource-dir",
                        resources.toString(),
                        "--dest",
                        work.toString()));
        try (Stream<Path> files = Files.list(work)) {
            return files.filter(file -> file.toString().endsWith("." + type)).findFirst().orElseThrow();
        }
    }

    /// Seals the bundle again after files were added to it, without an identity ("ad hoc").
    private void sign() {
        Command.run(
                Map.of(), List.of("codesign", "--force", "--deep", "--sign", "-", image.root().toString()));
    }
}
