package org.socklens.ui.app;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.socklens.ui.settings.Theme;

/// Binds the window's controls to its model.
public final class MainWindowController {
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final MainWindowModel model;
    private final Commands commands;
    private @Nullable Node focusBeforeKeys;

    @FXML
    private StackPane window;

    @FXML
    private BorderPane frame;

    @FXML
    private VBox entries;

    @FXML
    private StackPane content;

    @FXML
    private HBox noticeBar;

    @FXML
    private Label windowNotice;

    @FXML
    private Button themeToggle;

    @FXML
    private FontIcon themeIcon;

    @FXML
    private Button zoomOut;

    @FXML
    private Label zoomPercent;

    @FXML
    private Button zoomIn;

    @FXML
    private StackPane overlay;

    /// Controls for `model`; the list of keys shows `commands`.
    MainWindowController(MainWindowModel model, Commands commands) {
        this.model = model;
        this.commands = commands;
    }

    @FXML
    private void initialize() {
        model.widthProperty().bind(window.widthProperty());
        model.narrow().subscribe(narrow -> frame.pseudoClassStateChanged(NARROW, narrow));
        model.pages().forEach(page -> entries.getChildren().add(entry(page)));
        model.shownProperty().subscribe(page -> content.getChildren().setAll(page.content()));
        windowNotice.textProperty().bind(model.noticeProperty());
        noticeBar.visibleProperty().bind(model.noticeProperty().isNotEmpty());
        noticeBar.managedProperty().bind(noticeBar.visibleProperty());
        bindTheme();
        bindZoom();
        bindKeys();
    }

    private ToggleButton entry(Page page) {
        ToggleButton entry = new ToggleButton(page.title(), new FontIcon(page.icon()));
        entry.setId(page.entryId());
        entry.getStyleClass().add("nav-entry");
        entry.setMaxWidth(Double.MAX_VALUE);
        entry.setTooltip(new Tooltip(page.title()));
        entry.setAccessibleText(page.title());
        model.shownProperty().subscribe(shown -> entry.setSelected(shown.equals(page)));
        entry.setOnAction(_ -> {
            model.show(page);
            // A second click would take the selection away, but the page still shows.
            entry.setSelected(true);
        });
        return entry;
    }

    private void bindTheme() {
        Tooltip tooltip = new Tooltip();
        themeToggle.setTooltip(tooltip);
        model.theme().themeProperty().subscribe(theme -> {
            themeToggle.setText(theme.title());
            themeToggle.setAccessibleText("Theme: " + theme.title());
            tooltip.setText("Theme: " + theme.title() + ". Next: " + theme.next().title() + ".");
            themeIcon.setIconCode(icon(theme));
        });
    }

    private static Feather icon(Theme theme) {
        return switch (theme) {
            case SYSTEM -> Feather.MONITOR;
            case LIGHT -> Feather.SUN;
            case DARK -> Feather.MOON;
        };
    }

    private void bindZoom() {
        Zoom zoom = model.zoom();
        zoomPercent.textProperty().bind(zoom.percentProperty().map(percent -> percent + " %"));
        zoomOut.disableProperty().bind(zoom.canShrink().not());
        zoomIn.disableProperty().bind(zoom.canGrow().not());
    }

    private void bindKeys() {
        KeyList list = new KeyList(commands.groups());
        overlay.getChildren().add(list);
        overlay.visibleProperty().bind(model.keysShownProperty());
        model.keysShownProperty().addListener((_, _, shown) -> {
            if (shown) {
                focusBeforeKeys = window.getScene().getFocusOwner();
                list.requestFocus();
            } else if (focusBeforeKeys != null) {
                focusBeforeKeys.requestFocus();
                focusBeforeKeys = null;
            }
        });
    }

    @FXML
    private void nextTheme() {
        model.theme().next();
    }

    @FXML
    private void zoomOut() {
        model.zoom().out();
    }

    @FXML
    private void zoomIn() {
        model.zoom().in();
    }

    @FXML
    private void hideNotice() {
        model.noticeProperty().set("");
    }

    @FXML
    private void toggleKeys() {
        model.toggleKeys();
    }

    @FXML
    private void hideKeys() {
        model.keysShownProperty().set(false);
    }

    /// While the list of keys lies over the page, Escape takes it away and Tab does not reach what lies below.
    @FXML
    private void pressOverKeys(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> {
                hideKeys();
                event.consume();
            }
            case TAB -> event.consume();
            default -> {
                // Arrows scroll the list; commands were served before.
            }
        }
    }
}
