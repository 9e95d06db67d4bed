package steps;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `.tar.gz`, `.deb` and, where `rpmbuild` is, `.rpm`.
///
/// The tools of Debian and RPM are called here, not by `jpackage`: its packages make menu entry, icon and file type by
/// a script when they are installed, and name the libraries of the builder's own distribution. These ship plain files,
/// so that the package manager knows and removes every one, and install on older and newer distributions.
record LinuxPackages(Application application, Template template, AppImage image, Path resources) {
    List<Path> make(Path work) throws IOException {
        Map<String, String> environment =
                Map.of("SOURCE_DATE_EPOCH", Long.toString(application.timestamp().getEpochSecond()));
        List<Path> made = new ArrayList<>();
        made.add(new TarGz(application, template, image, resources, environment).make(work));
        LinuxTree tree = new LinuxTree(application, template, image, resources);
        Path root = tree.lay(work.resolve("root"));
        made.add(new Deb(application, template, root, resources, environment).make(work));
        if (Command.exists("rpmbuild")) {
            made.add(new Rpm(application, template, root, resources, environment).make(work));
        } else {
            System.out.println("no .rpm: rpmbuild is not installed");
        }
        Trees.delete(root);
        return made;
    }
}
