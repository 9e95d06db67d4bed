package org.socklens.ui.control.grid;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.HPos;

/// One column. Its width is counted in characters, so that it grows with the font.
public final class GridColumn {
    /// No column becomes narrower than this many characters.
    public static final double MINIMUM_WIDTH = 1;

    private final String id;
    private final String title;
    private final HPos alignment;
    private final double usualWidth;
    private final DoubleProperty width;
    private final BooleanProperty visible = new SimpleBooleanProperty(this, "visible", true);
    private final StringProperty mark = new SimpleStringProperty(this, "mark", "");
    private boolean fitting;

    private GridColumn(String id, String title, HPos alignment, double usualWidth) {
        this.id = id;
        this.title = title;
        this.alignment = alignment;
        this.usualWidth = usualWidth;
        this.width = new SimpleDoubleProperty(this, "width", usualWidth);
        this.fitting = alignment == HPos.RIGHT;
    }

    /// A column of words, aligned left and cut off at its right end.
    public static GridColumn words(String id, String title, double width) {
        return new GridColumn(id, title, HPos.LEFT, width);
    }

    /// A column of numbers, aligned right. It widens when a number that is shown needs it: half a number is a lie.
    public static GridColumn numbers(String id, String title, double width) {
        return new GridColumn(id, title, HPos.RIGHT, width);
    }

    /// The name that tests and style sheets know.
    public String id() {
        return id;
    }

    /// The word in the header.
    public String title() {
        return title;
    }

    HPos alignment() {
        return alignment;
    }

    /// Width in characters of the grid's font.
    public DoubleProperty widthProperty() {
        return width;
    }

    /// Whether the column is shown.
    public BooleanProperty visibleProperty() {
        return visible;
    }

    /// What stands after the title, such as an arrow that tells the order of the rows.
    public StringProperty markProperty() {
        return mark;
    }

    /// Takes the width that a person drags; from then on it no longer widens by itself.
    void drag(double characters) {
        fitting = false;
        width.set(Math.max(MINIMUM_WIDTH, characters));
    }

    /// Takes the usual width again.
    void reset() {
        fitting = alignment == HPos.RIGHT;
        width.set(usualWidth);
    }

    /// Widens a column of numbers until this many characters fit.
    void fit(int characters) {
        if (fitting && characters > width.get()) {
            width.set(characters);
        }
    }
}
