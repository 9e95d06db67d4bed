package org.socklens.ui.workbench;

import javafx.beans.value.ObservableIntegerValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;

/// The Workbench: server and client above, socket file and system calls below. Where there is little room the lower
/// two become tabs of one strip. FX thread only.
public final class WorkbenchPage extends StackPane {
    private static final double ROOMY_HEIGHT = 700;
    private static final double ROOMY_WIDTH = 1000;

    private final ObservableIntegerValue zoomPercent;
    private final Node file;
    private final Node calls;
    private final SplitPane lower = new SplitPane();
    private final TabPane strip = new TabPane();
    private final Tab fileTab = new Tab("Socket file");
    private final Tab callsTab = new Tab("System calls");
    private final StackPane lowerRow = new StackPane();
    private final SplitPane rows = new SplitPane();
    private boolean compact;

    /// Lays the four panels out.
    ///
    /// @param zoomPercent how large everything is drawn: 100 is the usual size
    public WorkbenchPage(Node server, Node client, Node file, Node calls, ObservableIntegerValue zoomPercent) {
        this.zoomPercent = zoomPercent;
        this.file = file;
        this.calls = calls;
        getStyleClass().add("workbench");
        SplitPane upper = new SplitPane(server, client);
        fileTab.setClosable(false);
        callsTab.setClosable(false);
        strip.getTabs().setAll(fileTab, callsTab);
        rows.setOrientation(Orientation.VERTICAL);
        rows.getItems().add(upper);
        lower.getItems().setAll(file, calls);
        lower.setDividerPositions(0.6);
        lowerRow.getChildren().setAll(lower);
        lowerRow.getStyleClass().add("lower");
        rows.getItems().add(lowerRow);
        rows.setDividerPositions(0.6);
        getChildren().add(rows);
        widthProperty().subscribe(this::fold);
        heightProperty().subscribe(this::fold);
        zoomPercent.subscribe(this::fold);
    }

    /// Brings the socket file into view.
    public void showFile() {
        strip.getSelectionModel().select(fileTab);
    }

    /// Brings the system calls into view.
    public void showCalls() {
        strip.getSelectionModel().select(callsTab);
    }

    private void fold() {
        double scale = zoomPercent.get() / 100.0;
        boolean little = getHeight() < ROOMY_HEIGHT * scale || getWidth() < ROOMY_WIDTH * scale;
        if (getHeight() == 0 || little == compact) {
            return;
        }
        compact = little;
        if (compact) {
            lower.getItems().clear();
            fileTab.setContent(file);
            callsTab.setContent(calls);
            lowerRow.getChildren().setAll(strip);
        } else {
            fileTab.setContent(null);
            callsTab.setContent(null);
            lower.getItems().setAll(file, calls);
            lower.setDividerPositions(0.6);
            lowerRow.getChildren().setAll(lower);
        }
    }
}
