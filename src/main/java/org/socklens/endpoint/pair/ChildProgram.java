package org.socklens.endpoint.pair;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How this program is started anew: its path and first arguments.
///
/// An installed program starts its own launcher, which brings its own options. Otherwise it is the `java` that runs now,
/// with the same path to the classes and with options for a small and quick process.
public record ChildProgram(List<String> command) {
    private static final List<String> SMALL_AND_QUICK =
            List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m");

    /// Copies the list.
    public ChildProgram {
        command = List.copyOf(command);
    }

    /// The program that runs now.
    ///
    /// @param mainClass the full name of the class whose `main` runs it
    public static ChildProgram ofThisProgram(String mainClass) {
        String launcher = System.getProperty("jpackage.app-path");
        return new ChildProgram(launcher != null ? List.of(launcher) : java(mainClass));
    }

    private static List<String> java(String mainClass) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL_AND_QUICK);
        String module = property("jdk.module.main");
        String modulePath = property("jdk.module.path");
        command.addAll(
                module != null && modulePath != null
                        ? List.of(
                                "--enable-native-access=" + module,
                                "--module-path",
                                modulePath,
                                "--module",
                                module + "/" + mainClass)
                        : List.of(
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                mainClass));
        return command;
    }

    private static @Nullable String property(String name) {
        return System.getProperty(name);
    }

    List<String> with(ChildArguments arguments) {
        return Stream.of(command, List.of(ChildArguments.OPTION), arguments.words())
                .flatMap(List::stream)
                .toList();
    }
}
