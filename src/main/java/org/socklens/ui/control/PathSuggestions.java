package org.socklens.ui.control;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;

/// The list under a path field of what the typed path may become: arrows choose, Enter or Tab takes, Escape closes.
/// Taking a directory asks on for what is in it.
final class PathSuggestions {
    private static final int MOST_ROWS = 8;
    private static final double ROW_EMS = 1.9;

    private final PathField field;
    private final PathCompleter completer;
    private final Popup popup = new Popup();
    private final ListView<String> list = new ListView<>();
    private boolean taking;

    PathSuggestions(PathField field, PathCompleter completer) {
        this.field = field;
        this.completer = completer;
        list.getStyleClass().addAll("dense", "mono", "path-suggestions");
        ControlStyles.dress(list);
        list.setId("pathSuggestions");
        list.setFocusTraversable(false);
        list.setOnMouseClicked(event -> take());
        popup.setAutoHide(true);
        popup.getContent().add(list);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.textProperty().subscribe(this::typed);
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                popup.hide();
            }
        });
    }

    private void typed() {
        if (field.isFocused() && field.isEditable() && !taking) {
            ask();
        }
    }

    private void ask() {
        if (!field.holdsPathProperty().get()) {
            return;
        }
        completer.complete(field.getText(), this::show);
    }

    private void show(List<String> suggestions) {
        boolean useful = !suggestions.isEmpty() && !suggestions.equals(List.of(field.getText()));
        if (!useful || !field.isFocused() || field.getScene() == null) {
            popup.hide();
            return;
        }
        list.getItems().setAll(suggestions);
        list.getSelectionModel().clearSelection();
        double em = field.getFont().getSize();
        list.setStyle("-fx-font-size: " + em + "px;");
        list.setPrefHeight(Math.min(suggestions.size(), MOST_ROWS) * ROW_EMS * em + 4);
        list.setPrefWidth(field.getWidth());
        Bounds at = field.localToScreen(field.getLayoutBounds());
        if (at != null) {
            popup.show(field, at.getMinX(), at.getMaxY() + 2);
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> {
                move(1);
                event.consume();
            }
            case UP -> {
                if (popup.isShowing()) {
                    move(-1);
                    event.consume();
                }
            }
            case ENTER -> {
                if (popup.isShowing() && list.getSelectionModel().getSelectedIndex() >= 0) {
                    take();
                    event.consume();
                } else {
                    popup.hide();
                }
            }
            case TAB -> {
                if (popup.isShowing() && !event.isShiftDown()) {
                    take();
                    event.consume();
                }
            }
            case ESCAPE -> {
                if (popup.isShowing()) {
                    popup.hide();
                    event.consume();
                }
            }
            default -> {}
        }
    }

    private void move(int by) {
        if (!popup.isShowing()) {
            ask();
            return;
        }
        int count = list.getItems().size();
        int next = Math.clamp(list.getSelectionModel().getSelectedIndex() + by, 0, count - 1);
        list.getSelectionModel().select(next);
        list.scrollTo(Math.max(0, next - MOST_ROWS + 1));
    }

    private void take() {
        String selected = list.getSelectionModel().getSelectedItem();
        String taken = selected == null ? list.getItems().getFirst() : selected;
        popup.hide();
        taking = true;
        field.setText(taken);
        taking = false;
        field.positionCaret(taken.length());
        if (taken.endsWith("/")) {
            ask();
        }
    }
}
