package steps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Makes what people download, from the compiled classes: `java jpackage/steps/Dist.java ARGUMENTS`, see [Arguments].
///
/// Each system makes its own: `.deb`, `.rpm` and `.tar.gz` on Linux, `.dmg` and `.pkg` on macOS, `.msi` on Windows. The
/// way is the same: one image with a small Java runtime and a start-up cache, then packages around it.
final class Dist {
    private Dist() {}

    static void main(String... words) throws IOException {
        Arguments arguments = Arguments.of(words);
        Application application = arguments.application();
        Path work = Files.createDirectories(arguments.path("output"));
        Platform platform = Platform.here();
        Path resources = arguments.path("resources").resolve(platform.directory());
        AppImage image = new ImageMaker(application, platform, resources).make(work);
        if (!arguments.has("image-only")) {
            Template template = new Template(application);
            List<Path> made =
                    switch (platform) {
                        case LINUX -> new LinuxPackages(application, template, image, resources).make(work);
                        case MACOS, WINDOWS -> new NativeInstallers(application, platform, image, resources).make(work);
                    };
            for (Path file : made) {
                System.out.printf("%s (%.1f MB)%n", file, Files.size(file) / 1e6);
            }
        }
    }
}
