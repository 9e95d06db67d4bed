package org.socklens.ui.control.transcript;

import atlantafx.base.theme.Tweaks;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.socklens.traffic.RowFilter;
import org.socklens.traffic.TimeStyle;
import org.socklens.ui.control.Segments;

/// The line below the rows: find, which rows, how times are written, how many rows there are, and a menu. When the
/// view is narrow the choices move into the menu.
final class TranscriptFooter extends VBox implements Notices {
    private static final Duration NOTICE_STAYS = Duration.seconds(6);
    private static final double ROOM_FOR_FILTER = 44;
    private static final double ROOM_FOR_TIMES = 66;

    private final TextField find = new TextField();
    private final Segments<RowFilter> filter = new Segments<>(RowFilter.ALL)
            .with(RowFilter.ALL, "all", "All rows")
            .with(RowFilter.RECEIVED, "▼", "Only what was received")
            .with(RowFilter.SENT, "▲", "Only what was sent");
    private final Segments<TimeStyle> times = new Segments<>(TimeStyle.ABSOLUTE)
            .with(TimeStyle.ABSOLUTE, "time", "Time of day")
            .with(TimeStyle.SINCE_START, "start", "Seconds since the first row")
            .with(TimeStyle.SINCE_PREVIOUS, "Δ", "Milliseconds since the row before");
    private final Label status = new Label();
    private final Label warning = new Label();
    private final MenuButton menu = new MenuButton("⋯");
    private final PauseTransition noticeEnds = new PauseTransition(NOTICE_STAYS);
    private String counts = "";

    TranscriptFooter() {
        getStyleClass().add("transcript-footer");
        find.setId("transcriptFind");
        find.setPromptText("Find…");
        find.setAccessibleText("Find text or bytes");
        find.setTooltip(new Tooltip("Text, or bytes as hex: 0d 0a. Enter finds the next, Shift+Enter the one before."));
        status.getStyleClass().add("transcript-status");
        status.setMinWidth(0);
        warning.getStyleClass().add("transcript-warning");
        warning.setWrapText(true);
        warning.setMaxWidth(Double.MAX_VALUE);
        warning.setOnMouseClicked(event -> warn(""));
        menu.getStyleClass().addAll("transcript-menu", Tweaks.NO_ARROW);
        menu.setTooltip(new Tooltip("Copy everything, save, clear"));
        menu.setAccessibleText("More about this transcript");
        menu.getItems().addAll(filter.asMenu("Show"), times.asMenu("Time"));
        noticeEnds.setOnFinished(event -> status.setText(counts));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(find, filter, times, space, status, menu);
        line.getStyleClass().add("transcript-footer-line");
        line.setFillHeight(false);
        getChildren().addAll(warning, line);
        warn("");
    }

    ObjectProperty<RowFilter> filterProperty() {
        return filter.valueProperty();
    }

    ObjectProperty<TimeStyle> timesProperty() {
        return times.valueProperty();
    }

    TextField find() {
        return find;
    }

    /// Puts actions at the head of the menu.
    void setActions(List<MenuItem> actions) {
        menu.getItems().addAll(0, actions);
    }

    /// What is told while there is nothing else to tell.
    void setCounts(String words) {
        if (!words.equals(counts)) {
            counts = words;
            if (noticeEnds.getStatus() != Animation.Status.RUNNING) {
                status.setText(words);
            }
        }
    }

    @Override
    public void tell(String words) {
        status.setText(words);
        noticeEnds.playFromStart();
    }

    @Override
    public void warn(String sentences) {
        warning.setText(sentences);
        show(warning, !sentences.isEmpty());
    }

    /// Leaves out what does not fit into a width in characters.
    void fit(double characters) {
        show(filter, characters >= ROOM_FOR_FILTER);
        show(times, characters >= ROOM_FOR_TIMES);
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
