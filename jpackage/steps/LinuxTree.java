package steps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/// The files of a Linux package where they will be on the disk: the image below `/opt`, and below `/usr` what makes it
/// a program like any other: command, menu entry, icons, description, man page, licence.
record LinuxTree(Application application, Template template, AppImage image, Path resources) {
    /// Freedesktop's name of the program: of its menu entry, icon and description.
    private static final String ID = "org.socklens.Socklens";

    private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 64, 128, 256);

    /// Lays all files into `root`, which is made anew.
    Path lay(Path root) throws IOException {
        String name = application.name();
        Trees.delete(root);
        Path opt = root.resolve("opt").resolve(name);
        Trees.copy(image.root(), opt);
        Path command = root.resolve("usr/bin").resolve(name);
        Files.createDirectories(command.getParent());
        Files.createSymbolicLink(command, Path.of("/opt").resolve(name).resolve("bin").resolve(name));
        Path share = root.resolve("usr/share");
        template.write(resources.resolve(ID + ".desktop"), share.resolve("applications/" + ID + ".desktop"));
        template.write(resources.resolve(ID + ".metainfo.xml"), share.resolve("metainfo/" + ID + ".metainfo.xml"));
        icons(share.resolve("icons/hicolor"));
        Path page = share.resolve("man/man1/" + name + ".1");
        template.write(resources.resolve(name + ".1"), page);
        compress(page);
        Trees.normalize(root, application.timestamp());
        return root;
    }

    private void icons(Path hicolor) throws IOException {
        for (int size : ICON_SIZES) {
            copy(application.picture(size), hicolor.resolve("%1$dx%1$d/apps/%2$s.png".formatted(size, ID)));
        }
        copy(application.drawing(), hicolor.resolve("scalable/apps/" + ID + ".svg"));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Replaces `file` by `file.gz`.
    static void compress(Path file) {
        Command.run(Map.of(), List.of("gzip", "--best", "--no-name", "--force", file.toString()));
    }
}
