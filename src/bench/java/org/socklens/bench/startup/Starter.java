package org.socklens.bench.startup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.socklens.bench.report.Samples;

/// A program that is started again and again, and when it showed, in milliseconds.
///
/// @param environment what it sees besides that of this process
record Starter(String name, List<String> command, Map<String, String> environment, Samples first, Samples drawn) {
    private static final double NANOS_PER_MILLI = 1e6;

    static Starter of(String name, Path program) {
        return new Starter(name, List.of(program.toString()), Map.of(), new Samples(), new Samples());
    }

    /// The same program, told something by an environment variable.
    Starter with(String otherName, String variable, String value) {
        return new Starter(otherName, command, Map.of(variable, value), new Samples(), new Samples());
    }

    /// Starts it once, without counting: its files are in memory then.
    void warm(Screen screen, Path home) throws IOException, InterruptedException {
        screen.watch(builder(home));
    }

    void start(Screen screen, Path home) throws IOException, InterruptedException {
        Screen.Shown shown = screen.watch(builder(home));
        first.add(shown.first() / NANOS_PER_MILLI);
        drawn.add(shown.drawn() / NANOS_PER_MILLI);
    }

    /// Nobody's settings are read or changed.
    private ProcessBuilder builder(Path home) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("HOME", home.toString());
        builder.environment().put("XDG_CONFIG_HOME", home.resolve("config").toString());
        builder.environment().putAll(environment);
        return builder;
    }
}
