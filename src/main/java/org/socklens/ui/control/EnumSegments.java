package org.socklens.ui.control;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;

/// Fills a segmented button with the values of an enum, of which exactly one is always chosen.
public final class EnumSegments {
    private EnumSegments() {}

    /// A segment a value, kept in step with `chosen`.
    ///
    /// @param label what the segment says
    /// @param hint what its tooltip and a screen reader say
    public static <E extends Enum<E>> void fill(
            SegmentedButton segments, Class<E> type, Property<E> chosen, Function<E, String> label, Function<E, String> hint) {
        ControlStyles.dress(segments);
        segments.getStyleClass().add("segments");
        Map<E, ToggleButton> buttons = new EnumMap<>(type);
        for (E value : type.getEnumConstants()) {
            ToggleButton button = new ToggleButton(label.apply(value));
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setTooltip(new Tooltip(hint.apply(value)));
            button.setAccessibleText(hint.apply(value));
            // A second press would leave nothing chosen.
            button.setOnAction(_ -> {
                button.setSelected(true);
                chosen.setValue(value);
            });
            buttons.put(value, button);
        }
        segments.getButtons().setAll(buttons.values());
        chosen.subscribe(value -> buttons.forEach((each, button) -> button.setSelected(each == value)));
    }
}
