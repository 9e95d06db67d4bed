package org.socklens.bench.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Starts classes of this class path in a JVM of their own.
public final class OwnJava {
    private OwnJava() {}

    /// The command line that runs `main` with the options that the program itself is run with.
    public static List<String> command(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(System.getProperty("socklens.jvm").split(" ")));
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED", "-classpath", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
