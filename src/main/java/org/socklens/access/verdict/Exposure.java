package org.socklens.access.verdict;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.socklens.access.path.FileNode;
import org.socklens.access.path.ModeText;
import org.socklens.access.path.PathStep;
import org.socklens.access.path.PathWalk;

/// Rights on the way that make the socket file's own rights worth little.
public final class Exposure {
    private static final int STICKY = 01000;
    private static final int WRITE_AND_SEARCH_BY_OTHERS = 0003;

    private Exposure() {}

    /// A sentence for each directory in which everybody may remove and replace names.
    public static List<String> warnings(PathWalk walk) {
        Set<String> warnings = new LinkedHashSet<>();
        List<PathStep> steps = walk.steps();
        for (int i = 0; i < steps.size() - 1; i++) {
            PathStep step = steps.get(i);
            FileNode node = step.node();
            if (node != null && node.status().isDirectory() && isOpen(node.status().permissions())) {
                warnings.add(warning(step.path().text(), ModeText.octal(node.status().mode())));
            }
        }
        return List.copyOf(warnings);
    }

    private static String warning(String path, String mode) {
        return ("Everybody may write to %s (mode %s, not sticky): anybody may remove the names in it and put others in"
                        + " their place, whatever the mode of the socket file.")
                .formatted(path, mode);
    }

    private static boolean isOpen(int permissions) {
        return (permissions & WRITE_AND_SEARCH_BY_OTHERS) == WRITE_AND_SEARCH_BY_OTHERS && (permissions & STICKY) == 0;
    }
}
