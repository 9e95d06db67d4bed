package org.socklens.access.failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.socklens.access.occupant.SocketFile;
import org.socklens.access.path.FileNode;

/// The suspect when every owner, bit and list allows what the kernel refuses: SELinux, AppArmor and their kin.
public final class SecurityModule {
    /// Where to look for what it refused.
    public static final String ADVICE = "Look into the audit log (ausearch -m avc, or dmesg) for what it refused.";

    private static final Path OWN_LABEL = Path.of("/proc/self/attr/current");

    private SecurityModule() {}

    /// The suspicion in words, with the labels that can be read.
    public static String suspicion(SocketFile file) {
        StringBuilder text = new StringBuilder("Owners, mode bits and lists on the way to ")
                .append(file.walk().absolute().text())
                .append(" allow it, so a security module such as SELinux or AppArmor is the suspect.");
        String own = ownLabel();
        if (own != null) {
            text.append(" This process runs as ").append(own).append('.');
        }
        FileNode node = file.node();
        if (node != null && node.label() != null) {
            text.append(" The file is labelled ").append(node.label()).append('.');
        }
        return text.toString();
    }

    /// The label of this process; null when no security module gives one.
    private static @Nullable String ownLabel() {
        try {
            String label = Files.readString(OWN_LABEL).replace("\0", "").strip();
            return label.isEmpty() ? null : label;
        } catch (IOException none) {
            return null;
        }
    }
}
