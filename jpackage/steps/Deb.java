package steps;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The package for Debian, Ubuntu and their kin, from the files that [LinuxTree] laid.
record Deb(Application application, Template template, Path root, Path resources, Map<String, String> environment) {
    Path make(Path work) throws IOException {
        String name = application.name();
        Path documents = root.resolve("usr/share/doc").resolve(name);
        template.write(resources.resolve("copyright"), documents.resolve("copyright"));
        template.write(resources.resolve("deb/changelog"), documents.resolve("changelog"));
        LinuxTree.compress(documents.resolve("changelog"));
        template.write(
                resources.resolve("deb/lintian-overrides"),
                root.resolve("usr/share/lintian/overrides").resolve(name));
        Path control = root.resolve("DEBIAN");
        List<Path> files = files();
        template.with("ARCHITECTURE", architecture())
                .with("KIBIBYTES", Long.toString(kibibytes(files)))
                .write(resources.resolve("deb/control"), control.resolve("control"));
        Files.writeString(control.resolve("md5sums"), sums(files));
        Trees.normalize(root, application.timestamp());
        Path deb = work.resolve("%s_%s_%s.deb".formatted(name, application.version(), architecture()));
        Command.run(
                environment,
                List.of("dpkg-deb", "--root-owner-group", "-Zxz", "--build", root.toString(), deb.toString()));
        Trees.delete(control);
        Trees.delete(root.resolve("usr/share/lintian"));
        Trees.delete(documents);
        return deb;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    private static long kibibytes(List<Path> files) throws IOException {
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        return bytes / 1024;
    }

    /// What `dpkg --verify` compares with.
    private String sums(List<Path> files) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : files) {
            byte[] sum = md5().digest(Files.readAllBytes(file));
            lines.add("%032x  %s%n".formatted(new BigInteger(1, sum), root.relativize(file)));
        }
        return String.join("", lines);
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has MD5", impossible);
        }
    }

    private static String architecture() {
        String name = System.getProperty("os.arch");
        return name.equals("aarch64") ? "arm64" : name;
    }
}
