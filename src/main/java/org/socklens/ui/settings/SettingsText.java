package org.socklens.ui.settings;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/// Settings as the text of a `.properties` file: one `name=value` a line, in the order of the names, without a date, so
/// that the same settings are the same text.
final class SettingsText {
    private static final String HEADER = "# Settings of Socklens. It writes this file when one of them changes.\n";
    private static final double MOST_PIXELS = 100_000;

    private SettingsText() {}

    static String write(Settings settings) {
        Properties values = new Properties();
        settings.place().ifPresent(place -> {
            values.setProperty("window.x", Double.toString(place.x()));
            values.setProperty("window.y", Double.toString(place.y()));
            values.setProperty("window.width", Double.toString(place.width()));
            values.setProperty("window.height", Double.toString(place.height()));
            values.setProperty("window.maximized", Boolean.toString(place.maximized()));
        });
        values.setProperty("theme", settings.theme().name());
        values.setProperty("zoom", Integer.toString(settings.zoom()));
        values.setProperty("server.path", settings.serverPath());
        values.setProperty("client.path", settings.clientPath());
        values.setProperty("transcript.file.mebibytes", Integer.toString(settings.fileMebibytes()));
        for (int i = 0; i < settings.messages().size(); i++) {
            values.setProperty("message.%03d".formatted(i + 1), settings.messages().get(i));
        }
        StringWriter text = new StringWriter();
        try {
            values.store(text, null);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a string can always be written to", impossible);
        }
        return HEADER + withoutDate(text.toString());
    }

    private static String withoutDate(String stored) {
        return stored.substring(stored.indexOf('\n') + 1);
    }

    static Settings read(String text) throws BrokenSettings {
        Properties values = new Properties();
        try {
            values.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException malformed) {
            throw new BrokenSettings("it holds a malformed escape");
        }
        return new Settings(
                place(values),
                theme(values),
                (int) number(values, "zoom", Settings.USUAL.zoom()),
                values.getProperty("server.path", ""),
                values.getProperty("client.path", ""),
                mebibytes(values),
                messages(values));
    }

    private static Optional<WindowPlace> place(Properties values) throws BrokenSettings {
        if (!values.containsKey("window.width")) {
            return Optional.empty();
        }
        return Optional.of(new WindowPlace(
                number(values, "window.x", 0),
                number(values, "window.y", 0),
                number(values, "window.width", 0),
                number(values, "window.height", 0),
                Boolean.parseBoolean(values.getProperty("window.maximized"))));
    }

    private static int mebibytes(Properties values) throws BrokenSettings {
        String name = "transcript.file.mebibytes";
        double number = number(values, name, Settings.USUAL.fileMebibytes());
        if (number < 0) {
            throw broken(name, values.getProperty(name));
        }
        return (int) number;
    }

    private static double number(Properties values, String name, double usual) throws BrokenSettings {
        String value = values.getProperty(name, Double.toString(usual));
        try {
            double number = Double.parseDouble(value);
            if (Math.abs(number) <= MOST_PIXELS) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw broken(name, value);
        }
        throw broken(name, value);
    }

    private static Theme theme(Properties values) throws BrokenSettings {
        String value = values.getProperty("theme", Settings.USUAL.theme().name());
        try {
            return Theme.valueOf(value);
        } catch (IllegalArgumentException unknown) {
            throw broken("theme", value);
        }
    }

    private static BrokenSettings broken(String name, String value) {
        return new BrokenSettings("its " + name + " is “" + value + "”");
    }

    private static List<String> messages(Properties values) {
        return values.stringPropertyNames().stream()
                .filter(name -> name.startsWith("message."))
                .sorted()
                .map(values::getProperty)
                .toList();
    }
}
