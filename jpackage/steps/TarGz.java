package steps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/// The archive that runs from where it is unpacked: the image, its man page and the licences.
record TarGz(
        Application application, Template template, AppImage image, Path resources, Map<String, String> environment) {
    Path make(Path work) throws IOException {
        String directory = "%s-%s".formatted(application.name(), application.version());
        Path root = work.resolve("archive").resolve(directory);
        Trees.delete(root.getParent());
        Trees.copy(image.root(), root);
        Files.copy(resources.resolve("copyright"), root.resolve("COPYRIGHT"), StandardCopyOption.REPLACE_EXISTING);
        template.write(resources.resolve(application.name() + ".1"), root.resolve("share/man/man1/socklens.1"));
        Trees.normalize(root, application.timestamp());
        Path tar = work.resolve(directory + "-linux-" + architecture() + ".tar");
        Command.run(
                environment,
                List.of(
                        "tar",
                        "--create",
                        "--file=" + tar,
                        "--sort=name",
                        "--owner=root:0",
                        "--group=root:0",
                        "--format=gnu",
                        "--directory=" + root.getParent(),
                        directory));
        LinuxTree.compress(tar);
        Trees.delete(root.getParent());
        return tar.resolveSibling(tar.getFileName() + ".gz");
    }

    private static String architecture() {
        String name = System.getProperty("os.arch");
        return name.equals("amd64") ? "x64" : name;
    }
}
