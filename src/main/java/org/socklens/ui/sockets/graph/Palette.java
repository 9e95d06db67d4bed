package org.socklens.ui.sockets.graph;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.socklens.system.picture.Ink;

/// The colours of a picture, taken from the style sheet: a text that is never seen for each ink, of the style class
/// `ink-WORDS` and so on.
final class Palette extends Pane {
    private final Map<Ink, Text> samples = new EnumMap<>(Ink.class);

    Palette(Runnable changed) {
        setManaged(false);
        setVisible(false);
        for (Ink ink : Ink.values()) {
            Text sample = new Text();
            sample.getStyleClass().add("ink-" + ink.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            sample.fillProperty().subscribe(changed);
            samples.put(ink, sample);
            getChildren().add(sample);
        }
    }

    Color colour(Ink ink) {
        Text sample = samples.get(ink);
        return sample != null && sample.getFill() instanceof Color colour ? colour : Color.GRAY;
    }

    /// Each as `#rrggbb`; one that lets the ground through is mixed with it.
    Map<Ink, String> hex() {
        Color ground = colour(Ink.GROUND);
        return samples.keySet().stream().collect(Collectors.toMap(ink -> ink, ink -> hex(colour(ink), ground)));
    }

    private static String hex(Color colour, Color ground) {
        Color mixed = ground.interpolate(colour, colour.getOpacity());
        return "#%02x%02x%02x".formatted(
                Math.round(mixed.getRed() * 255), Math.round(mixed.getGreen() * 255), Math.round(mixed.getBlue() * 255));
    }
}
