package org.socklens.bench.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Programs of this machine.
public final class Installed {
    private Installed() {}

    /// Whether a program of this name can be started.
    public static boolean has(String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
