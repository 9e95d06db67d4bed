package org.socklens.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The C programs of `src/bench/c`, compiled into `target/bench`.
public final class Compiled {
    private static final Path SOURCES = Path.of("src/bench/c");
    private static final Path PROGRAMS = Path.of("target/bench");

    private Compiled() {}

    /// Whether there is a C compiler.
    public static boolean possible() {
        return Installed.has("cc");
    }

    /// The path of a program, compiled now.
    ///
    /// @param name of its source without the ending
    public static String program(String name) throws IOException, InterruptedException {
        Files.createDirectories(PROGRAMS);
        Path program = PROGRAMS.resolve(name);
        Path source = SOURCES.resolve(name + ".c");
        Process compiler = new ProcessBuilder(
                        "cc", "-O2", "-Wall", "-Wextra", "-o", program.toString(), source.toString())
                .inheritIO()
                .start();
        if (compiler.waitFor() != 0) {
            throw new IOException(source + " does not compile");
        }
        return program.toString();
    }
}
