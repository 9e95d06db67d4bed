package org.socklens.access.path;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The mounts that this process sees, by the number that statx tells.
final class MountTable {
    private static final Path SOURCE = Path.of("/proc/self/mountinfo");

    private final Map<Long, Mount> mounts;

    private MountTable(Map<Long, Mount> mounts) {
        this.mounts = mounts;
    }

    /// Reads the table; empty where the kernel shows none, so that every mount is asked for by itself.
    static MountTable read() {
        try {
            return parse(Files.readString(SOURCE, StandardCharsets.ISO_8859_1));
        } catch (IOException unreadable) {
            return new MountTable(Map.of());
        }
    }

    static MountTable parse(String text) {
        Map<Long, Mount> mounts = new HashMap<>();
        for (String line : text.lines().toList()) {
            String[] halves = line.split(" - ", 2);
            String[] left = halves[0].split(" ", -1);
            String[] right = halves.length == 2 ? halves[1].split(" ", -1) : new String[0];
            if (left.length >= 6 && right.length >= 3) {
                mounts.put(Long.valueOf(left[0]), mount(right[0], options(left[5]), options(right[2])));
            }
        }
        return new MountTable(mounts);
    }

    /// The mount with a number, or null when it is in another mount namespace.
    @Nullable Mount find(long number) {
        return mounts.get(number);
    }

    private static Mount mount(String type, List<String> mount, List<String> fileSystem) {
        return new Mount(
                type, mount.contains("ro"), fileSystem.contains("ro"), !mount.contains("nosymfollow"));
    }

    private static List<String> options(String joined) {
        return Arrays.asList(joined.split(",", -1));
    }
}
