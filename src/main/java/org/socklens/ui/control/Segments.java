package org.socklens.ui.control;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import org.controlsfx.control.SegmentedButton;

/// A row of joined buttons of which exactly one is chosen.
public final class Segments<T> extends SegmentedButton {
    private record Choice<T>(T value, String explanation) {}

    private final ObjectProperty<T> value = new SimpleObjectProperty<>(this, "value");
    private final List<Choice<T>> choices = new ArrayList<>();

    /// No buttons and nothing chosen yet: for FXML, whose controller binds [#valueProperty].
    public Segments() {
        ControlStyles.dress(this);
        getStyleClass().add("segments");
    }

    /// No buttons yet; `initial` is what is chosen.
    public Segments(T initial) {
        this();
        value.set(initial);
    }

    /// Adds a button with a short text; the explanation is its tooltip and what a screen reader says.
    public Segments<T> with(T choice, String text, String explanation) {
        choices.add(new Choice<>(choice, explanation));
        ToggleButton button = new ToggleButton(text);
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(explanation));
        button.setAccessibleText(explanation);
        getButtons().add(button);
        value.subscribe(chosen -> button.setSelected(choice.equals(chosen)));
        // Pressing the chosen button again must not leave none chosen.
        button.setOnAction(event -> {
            value.set(choice);
            button.setSelected(true);
        });
        return this;
    }

    /// What is chosen.
    public ObjectProperty<T> valueProperty() {
        return value;
    }

    /// The same choice as a menu, for where the buttons find no room.
    public Menu asMenu(String title) {
        Menu menu = new Menu(title);
        ToggleGroup group = new ToggleGroup();
        for (Choice<T> choice : choices) {
            RadioMenuItem item = new RadioMenuItem(choice.explanation());
            item.setToggleGroup(group);
            item.setOnAction(event -> value.set(choice.value()));
            value.subscribe(chosen -> item.setSelected(choice.value().equals(chosen)));
            menu.getItems().add(item);
        }
        return menu;
    }
}
