package org.socklens.ui.control;

import atlantafx.base.controls.CustomTextField;
import java.util.function.ToIntFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.socklens.posix.PathEncoding;

/// A field for the path of a socket with a meter of its bytes, since the kernel's limit counts bytes and not
/// characters (`man 7 unix`), and a button that chooses a path.
public final class PathField extends CustomTextField {
    /// The longest path that fits into `sun_path` with the final NUL, in bytes.
    public static final int LINUX_LIMIT = 107;

    private static final PseudoClass TOO_LONG = PseudoClass.getPseudoClass("too-long");
    private static final double ROOM_FOR_METER_EM = 26;

    private final IntegerProperty limit = new SimpleIntegerProperty(this, "limit", LINUX_LIMIT);
    private final ReadOnlyIntegerWrapper byteCount = new ReadOnlyIntegerWrapper(this, "byteCount");
    private final BooleanProperty holdsPath = new SimpleBooleanProperty(this, "holdsPath", true);
    private final Label meter = new Label();
    private final Button choose = new Button("…");
    private ToIntFunction<String> measure = text -> PathEncoding.bytes(text).length;
    private @Nullable PathChooser chooser;

    /// An empty field without a chooser, and so without its button.
    public PathField() {
        getStyleClass().add("path-field");
        ControlStyles.dress(this);
        meter.getStyleClass().add("path-meter");
        meter.setMouseTransparent(true);
        meter.setMinWidth(Label.USE_PREF_SIZE);
        choose.getStyleClass().add("path-choose");
        choose.setTooltip(new Tooltip("Choose a path"));
        choose.setAccessibleText("Choose a path");
        choose.setOnAction(event -> choose());
        HBox right = new HBox(meter, choose);
        right.getStyleClass().add("path-right");
        setRight(right);
        holdsPath.subscribe(this::showChooser);
        showChooser();
        textProperty().subscribe(this::measure);
        limit.subscribe(this::measure);
        widthProperty().subscribe(this::measure);
    }

    /// The most bytes that a path may have: [#LINUX_LIMIT] at first.
    public IntegerProperty limitProperty() {
        return limit;
    }

    /// How many bytes the path has.
    public ReadOnlyIntegerProperty byteCountProperty() {
        return byteCount.getReadOnlyProperty();
    }

    /// "32 of 107 bytes".
    public String meterText() {
        return meter.getText();
    }

    /// How the bytes of what is typed are counted: in UTF-8 at first.
    public void setMeasure(ToIntFunction<String> bytes) {
        measure = bytes;
        measure();
    }

    /// Gives the field a button that asks `pathChooser`; null takes it away.
    public void setChooser(@Nullable PathChooser pathChooser) {
        chooser = pathChooser;
        showChooser();
    }

    /// Whether what is typed is a path: only then can one be chosen, and are some suggested. True at first.
    public BooleanProperty holdsPathProperty() {
        return holdsPath;
    }

    private void showChooser() {
        boolean shown = chooser != null && holdsPath.get();
        choose.setVisible(shown);
        choose.setManaged(shown);
    }

    /// Shows under the field what the typed path may become. Once a field.
    public void setCompleter(PathCompleter completer) {
        new PathSuggestions(this, completer);
    }

    private void choose() {
        String chosen = chooser == null ? null : chooser.choose(getText());
        if (chosen != null) {
            setText(chosen);
            positionCaret(chosen.length());
        }
        requestFocus();
    }

    /// The meter shows when there is room for it, and always when the path is too long.
    private void measure() {
        int bytes = measure.applyAsInt(getText() == null ? "" : getText());
        boolean tooLong = bytes > limit.get();
        boolean shown = tooLong || getWidth() > ROOM_FOR_METER_EM * getFont().getSize();
        byteCount.set(bytes);
        meter.setText("%d of %d bytes".formatted(bytes, limit.get()));
        meter.setVisible(shown);
        meter.setManaged(shown);
        pseudoClassStateChanged(TOO_LONG, tooLong);
    }
}
