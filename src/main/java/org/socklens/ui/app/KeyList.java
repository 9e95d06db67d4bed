package org.socklens.ui.app;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/// The list of keys: what can be done by key and how, made from the commands themselves.
final class KeyList extends ScrollPane {
    private final GridPane lines = new GridPane();

    KeyList(List<Commands.Group> groups) {
        setId("keyList");
        setAccessibleText("Keys");
        getStyleClass().addAll("panel", "key-list");
        lines.getStyleClass().add("key-lines");
        groups.forEach(this::add);
        setContent(lines);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFitToWidth(true);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    private void add(Commands.Group group) {
        Label title = new Label(group.title());
        title.getStyleClass().add("panel-title");
        lines.add(title, 0, lines.getRowCount(), 2, 1);
        group.commands().forEach(this::add);
    }

    private void add(Command command) {
        Label keys = new Label(names(command.keys()));
        keys.getStyleClass().add("key-name");
        lines.addRow(lines.getRowCount(), new Label(command.title()), keys);
    }

    private static String names(List<KeyCombination> keys) {
        return keys.stream().map(KeyCombination::getDisplayText).distinct().collect(Collectors.joining("   "));
    }
}
