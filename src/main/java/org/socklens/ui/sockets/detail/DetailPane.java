package org.socklens.ui.sockets.detail;

import java.util.Objects;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.socklens.ui.control.Tone;

/// Shows the details of a socket, section by section. FX thread only.
public final class DetailPane extends VBox {
    private static final double NAMES_PERCENT = 30;

    private @Nullable SocketDetail shown;

    /// Says that nothing is selected.
    public DetailPane() {
        getStyleClass().add("socket-detail");
        empty();
    }

    /// Shows other details; null for none.
    public void show(@Nullable SocketDetail detail) {
        if (Objects.equals(detail, shown)) {
            return;
        }
        shown = detail;
        if (detail == null) {
            empty();
            return;
        }
        getChildren().setAll(label(detail.title(), "detail-title", "mono"), chips(detail));
        detail.notices().forEach(notice -> getChildren().add(label(notice, "notice-line")));
        detail.sections().forEach(this::add);
    }

    private void empty() {
        getChildren().setAll(label("Select a socket to see both its ends, who holds them, and the way to its file.", "hint"));
    }

    private static FlowPane chips(SocketDetail detail) {
        FlowPane chips = new FlowPane(label(detail.type(), "chip"), label(detail.state(), "chip"));
        chips.getStyleClass().add("panel-flow");
        return chips;
    }

    private void add(Section section) {
        GridPane lines = new GridPane();
        lines.getStyleClass().add("detail-lines");
        ColumnConstraints names = new ColumnConstraints();
        names.setPercentWidth(NAMES_PERCENT);
        ColumnConstraints values = new ColumnConstraints();
        values.setPercentWidth(100.0 - NAMES_PERCENT);
        lines.getColumnConstraints().setAll(names, values);
        section.facts().forEach(fact -> add(lines, fact));
        getChildren().addAll(label(section.title(), "detail-section"), lines);
    }

    /// What has no name of its own takes the whole width.
    private static void add(GridPane lines, Fact fact) {
        Label value = label(fact.value(), "detail-value", style(fact.tone()));
        int row = lines.getRowCount();
        if (fact.name().isEmpty()) {
            lines.add(value, 0, row, 2, 1);
        } else {
            Label name = label(fact.name(), "detail-name");
            GridPane.setValignment(name, VPos.TOP);
            lines.addRow(row, name, value);
        }
    }

    private static String style(Tone tone) {
        return switch (tone) {
            case MUTED -> "plain";
            case SUCCESS -> "success";
            case DANGER -> "danger";
        };
    }

    private static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }
}
