package org.socklens;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socklens.endpoint.pair.ChildArguments;

/// What the program was asked to do by its arguments.
public sealed interface Launch {
    /// Open the window; its client points at `path`, or at the usual place when there is none.
    record Window(@Nullable String path) implements Launch {}

    /// Play the main job by itself and write one picture a step into `directory`.
    record Tour(Path directory) implements Launch {}

    /// Print how the program is used.
    record Help() implements Launch {}

    /// Print the program's name and version.
    record Version() implements Launch {}

    /// Be the child process of a socket pair; only this program itself asks for that.
    record PairChild(ChildArguments arguments) implements Launch {}

    /// Do nothing: the arguments make no sense, and `reason` says why in one line.
    record Refused(String reason) implements Launch {}

    /// Where the tour's pictures go when no directory is named.
    Path DEFAULT_TOUR_DIRECTORY = Path.of("socklens-tour");

    /// What `--help` prints.
    String USAGE =
            """
            Usage: socklens [PATH]
                   socklens --tour [DIR]

            Opens the window; with PATH its client points at that Unix socket.

              --tour [DIR]  play the main job by itself, also without a display, and write
                            one picture a step into DIR (./socklens-tour if not given)
              --help        print this text
              --version     print the version
              --            what follows is a PATH, also if it begins with a dash
            """;

    /// Reads the program's arguments.
    static Launch of(String... arguments) {
        if (arguments.length == 0) {
            return new Window(null);
        }
        String first = arguments[0];
        List<String> rest = Arrays.asList(arguments).subList(1, arguments.length);
        return switch (first) {
            case "--help", "-h" -> new Help();
            case "--version" -> new Version();
            case "--tour" -> tour(rest);
            case ChildArguments.OPTION -> pairChild(rest);
            case "--" -> rest.isEmpty() ? new Window(null) : window(rest);
            default -> first.startsWith("-") ? unknown(first) : window(Arrays.asList(arguments));
        };
    }

    private static Launch window(List<String> paths) {
        return paths.size() == 1
                ? new Window(paths.getFirst())
                : new Refused("one PATH at most, but there are " + paths.size());
    }

    private static Launch tour(List<String> directories) {
        if (directories.isEmpty()) {
            return new Tour(DEFAULT_TOUR_DIRECTORY);
        }
        String directory = directories.getFirst();
        if (directory.startsWith("-")) {
            return unknown(directory);
        }
        return directories.size() == 1
                ? new Tour(Path.of(directory))
                : new Refused("one DIR at most for --tour, but there are " + directories.size());
    }

    private static Launch pairChild(List<String> words) {
        try {
            return new PairChild(ChildArguments.of(words));
        } catch (IllegalArgumentException _) {
            return new Refused(ChildArguments.OPTION + " is for a child process that this program starts itself");
        }
    }

    private static Launch unknown(String option) {
        return new Refused("unknown option " + option);
    }
}
