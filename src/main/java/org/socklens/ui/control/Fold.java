package org.socklens.ui.control;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// Moves less used controls of a panel into a menu where the panel is narrow, and back where it is wide.
public final class Fold {
    private static final double NARROW_EMS = 31;

    private final double narrowEms;
    private final FlowPane row;
    private final MenuButton menu;
    private final List<Node> lessUsed;
    private final VBox folded = new VBox();

    /// Folds `lessUsed`, which are the last children of `row` before `menu`, by the width of `row`.
    public Fold(FlowPane row, MenuButton menu, List<Node> lessUsed) {
        this(row, menu, lessUsed, NARROW_EMS);
    }

    /// As the constructor, for a row with more in it.
    ///
    /// @param narrowEms below this width, in sizes of the font, the row is narrow
    public Fold(FlowPane row, MenuButton menu, List<Node> lessUsed, double narrowEms) {
        this.narrowEms = narrowEms;
        this.row = row;
        this.menu = menu;
        this.lessUsed = List.copyOf(lessUsed);
        folded.getStyleClass().add("folded");
        CustomMenuItem item = new CustomMenuItem(folded, false);
        item.getStyleClass().add("folded-item");
        menu.getItems().setAll(item);
        menu.managedProperty().bind(menu.visibleProperty());
        menu.setVisible(false);
        row.widthProperty().subscribe(this::update);
        menu.fontProperty().subscribe(this::update);
    }

    private void update() {
        boolean narrow = row.getWidth() > 0 && row.getWidth() < narrowEms * menu.getFont().getSize();
        if (narrow == menu.isVisible()) {
            return;
        }
        menu.setVisible(narrow);
        if (narrow) {
            row.getChildren().removeAll(lessUsed);
            folded.getChildren().setAll(lessUsed);
        } else {
            folded.getChildren().clear();
            row.getChildren().addAll(row.getChildren().indexOf(menu), lessUsed);
        }
    }
}
