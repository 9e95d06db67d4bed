package steps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Files with `@NAME@` where the program's version, description or date belongs.
final class Template {
    private final Map<String, String> values = new HashMap<>();

    Template(Application application) {
        var time = application.timestamp().atOffset(ZoneOffset.UTC);
        with("VERSION", application.version());
        with("DESCRIPTION", application.description());
        with("DATE", DateTimeFormatter.ISO_LOCAL_DATE.format(time));
        with("MAIL_DATE", DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss Z", Locale.ENGLISH).format(time));
        with("SPOKEN_DATE", DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH).format(time));
        with("RPM_DATE", DateTimeFormatter.ofPattern("EEE MMM dd uuuu", Locale.ENGLISH).format(time));
    }

    /// From now on `value` stands for `@name@`.
    Template with(String name, String value) {
        values.put(name, value);
        return this;
    }

    /// Writes `template` to `to`, with every name replaced.
    void write(Path template, Path to) throws IOException {
        String text = Files.readString(template);
        for (var value : values.entrySet()) {
            text = text.replace("@" + value.getKey() + "@", value.getValue());
        }
        Files.createDirectories(to.getParent());
        Files.writeString(to, text);
    }
}
