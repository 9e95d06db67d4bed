package org.socklens.ui.sockets;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableIntegerValue;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Lays out the page of sockets: the table above, picture and details below it. Where there is little room the lower
/// two become tabs; the picture can take the whole page. FX thread only.
public final class SocketsPage extends StackPane {
    private static final double ROOMY_WIDTH = 1000;
    private static final double ROOMY_HEIGHT = 650;
    private static final double TABLE_SHARE = 0.5;
    private static final double PICTURE_SHARE = 0.58;

    private final BooleanProperty enlarged = new SimpleBooleanProperty(this, "enlarged");
    private final ReadOnlyBooleanWrapper roomy = new ReadOnlyBooleanWrapper(this, "roomy", true);
    private final ObservableIntegerValue zoomPercent;
    private final Region table;
    private final Region picture;
    private final Region details;
    private final SplitPane lower = new SplitPane();
    private final Tab pictureTab = new Tab("Picture");
    private final Tab detailsTab = new Tab("Details");
    private final TabPane strip = new TabPane(detailsTab, pictureTab);
    private final SplitPane rows = new SplitPane();

    /// How the parts lie.
    private enum Form {
        EMPTY,
        ROOMY,
        TABS,
        PICTURE
    }

    private Form form = Form.EMPTY;

    /// @param zoomPercent how large everything is drawn: 100 is the usual size
    SocketsPage(Region table, Region picture, Region details, ObservableIntegerValue zoomPercent) {
        this.zoomPercent = zoomPercent;
        this.table = table;
        this.picture = picture;
        this.details = details;
        getStyleClass().addAll("workbench", "sockets-page");
        strip.getStyleClass().add("lower");
        lower.getStyleClass().add("lower");
        strip.getTabs().forEach(tab -> tab.setClosable(false));
        rows.setOrientation(Orientation.VERTICAL);
        enlarged.subscribe(this::fold);
        widthProperty().subscribe(this::fold);
        heightProperty().subscribe(this::fold);
        zoomPercent.subscribe(this::fold);
    }

    /// Whether the picture takes the whole page.
    BooleanProperty enlargedProperty() {
        return enlarged;
    }

    /// Whether there is room for everything side by side.
    ReadOnlyBooleanProperty roomyProperty() {
        return roomy.getReadOnlyProperty();
    }

    private void fold() {
        if (getWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        double scale = zoomPercent.get() / 100.0;
        roomy.set(getWidth() >= ROOMY_WIDTH * scale && getHeight() >= ROOMY_HEIGHT * scale);
        Form wanted = enlarged.get() ? Form.PICTURE : roomy.get() ? Form.ROOMY : Form.TABS;
        if (wanted != form) {
            form = wanted;
            lay();
        }
    }

    private void lay() {
        lower.getItems().clear();
        pictureTab.setContent(null);
        detailsTab.setContent(null);
        switch (form) {
            case EMPTY -> {}
            case PICTURE -> getChildren().setAll(picture);
            case ROOMY -> {
                lower.getItems().setAll(picture, details);
                lower.setDividerPositions(PICTURE_SHARE);
                showRows(lower);
            }
            case TABS -> {
                detailsTab.setContent(details);
                pictureTab.setContent(picture);
                showRows(strip);
            }
        }
    }

    private void showRows(Region below) {
        if (rows.getItems().size() > 1) {
            rows.getItems().set(1, below);
        } else {
            rows.getItems().setAll(table, below);
        }
        rows.setDividerPositions(TABLE_SHARE);
        getChildren().setAll(rows);
    }
}
