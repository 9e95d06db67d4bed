package steps;

import java.nio.file.Path;
import java.util.Locale;

/// The system that this runs on, packages for, and how `jpackage` lays out an image there.
enum Platform {
    LINUX("linux", "", "bin/%s", "lib/app", "lib/runtime", "lib", ".so"),
    MACOS("macos", ".app", "Contents/MacOS/%s", "Contents/app", "Contents/runtime/Contents/Home", "lib", ".dylib"),
    WINDOWS("windows", "", "%s.exe", "app", "runtime", "bin", ".dll");

    private final String directory;
    private final String suffix;
    private final String launcher;
    private final String app;
    private final String runtime;
    private final String libraries;
    private final String libraryEnding;

    Platform(
            String directory,
            String suffix,
            String launcher,
            String app,
            String runtime,
            String libraries,
            String libraryEnding) {
        this.directory = directory;
        this.suffix = suffix;
        this.launcher = launcher;
        this.app = app;
        this.runtime = runtime;
        this.libraries = libraries;
        this.libraryEnding = libraryEnding;
    }

    static Platform here() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return MACOS;
        }
        return name.contains("windows") ? WINDOWS : LINUX;
    }

    /// Where this system's resources are, below `jpackage/`.
    String directory() {
        return directory;
    }

    /// How the file name of a native library ends.
    String libraryEnding() {
        return libraryEnding;
    }

    /// How an installer here is told `version`. macOS refuses one that begins with zero, so that 0.1.2 becomes 1.0.1
    /// there until the first real 1; the program itself always tells the true one.
    String installerVersion(String version) {
        boolean refused = this == MACOS && version.startsWith("0.");
        return refused ? "1." + version.substring(0, version.lastIndexOf('.')) : version;
    }

    /// The image of the program `name` that `jpackage` makes in `parent`.
    AppImage image(Path parent, String name) {
        Path root = parent.resolve(name + suffix);
        Path home = root.resolve(runtime);
        return new AppImage(
                root,
                root.resolve(launcher.formatted(name)),
                root.resolve(app),
                root.resolve(app).resolve(name + ".cfg"),
                home,
                home.resolve(libraries));
    }
}
