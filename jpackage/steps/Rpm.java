package steps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The package for Fedora, openSUSE and their kin, from the files that [LinuxTree] laid.
record Rpm(Application application, Template template, Path root, Path resources, Map<String, String> environment) {
    Path make(Path work) throws IOException {
        Path rpm = work.resolve("rpm");
        Trees.delete(rpm);
        template.with("ROOT", root.toString())
                .with("RESOURCES", resources.toString())
                .write(resources.resolve("rpm/socklens.spec"), rpm.resolve("socklens.spec"));
        Command.run(
                environment,
                List.of("rpmbuild", "-bb", "--define", "_topdir " + rpm, rpm.resolve("socklens.spec").toString()));
        try (Stream<Path> made = Files.walk(rpm.resolve("RPMS"))) {
            Path file = made.filter(path -> path.toString().endsWith(".rpm")).findFirst().orElseThrow();
            Path moved = work.resolve(file.getFileName());
            Files.move(file, moved, StandardCopyOption.REPLACE_EXISTING);
            Trees.delete(rpm);
            return moved;
        }
    }
}
