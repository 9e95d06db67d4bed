package org.socklens.ui.sockets;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableIntegerValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.socklens.ui.control.FileSaveChooser;
import org.socklens.ui.control.SaveChooser;
import org.socklens.ui.control.Segments;
import org.socklens.ui.control.grid.RowGrid;
import org.socklens.ui.control.grid.Selection;
import org.socklens.ui.sockets.detail.DetailPane;
import org.socklens.ui.sockets.graph.GraphView;
import org.socklens.ui.sockets.look.Scope;
import org.socklens.ui.sockets.look.SocketRow;
import org.socklens.ui.sockets.look.SocketsReport;

/// Binds the page of sockets to its model.
public final class SocketsController {
    private final SocketsModel model;
    private final SocketExport export;
    private final RowActions actions;
    private final ObservableIntegerValue zoomPercent;
    private final TableColumns columns = new TableColumns();
    private SaveChooser chooser = name -> null;
    private SocketRows rows = SocketRows.NONE;
    private String arrangement = "";

    @FXML
    private StackPane sockets;

    @FXML
    private VBox tablePanel;

    @FXML
    private VBox picturePanel;

    @FXML
    private VBox detailsPanel;

    @FXML
    private Label socketsSummary;

    @FXML
    private TextField socketsFilter;

    @FXML
    private ToggleButton socketsLive;

    @FXML
    private ComboBox<Interval> socketsInterval;

    @FXML
    private MenuButton socketsColumns;

    @FXML
    private Label socketsNotice;

    @FXML
    private Label socketsMessage;

    @FXML
    private RowGrid socketsTable;

    @FXML
    private GraphView socketsGraph;

    @FXML
    private Segments<Scope> socketsScope;

    @FXML
    private ToggleButton socketsEnlarge;

    @FXML
    private DetailPane socketsDetail;

    @FXML
    private Button socketsConnect;

    @FXML
    private Button socketsExplain;

    @FXML
    private Button socketsFolder;

    @FXML
    private Button socketsCopy;

    /// Controls for `model`.
    ///
    /// @param actions what a row leads to
    /// @param zoomPercent how large everything is drawn: 100 is the usual size
    public SocketsController(
            SocketsModel model, SocketExport export, SocketActions actions, ObservableIntegerValue zoomPercent) {
        this.model = model;
        this.export = export;
        this.actions = new RowActions(model, actions);
        this.zoomPercent = zoomPercent;
    }

    @FXML
    private void initialize() {
        chooser = new FileSaveChooser(sockets, "Save as a new file");
        SocketsPage page = new SocketsPage(tablePanel, picturePanel, detailsPanel, zoomPercent);
        sockets.getChildren().setAll(page);
        sockets.sceneProperty().subscribe(scene -> model.shownProperty().set(scene != null));
        socketsEnlarge.selectedProperty().bindBidirectional(page.enlargedProperty());
        bindHead();
        bindTable();
        bindPicture();
        bindActions();
        page.roomyProperty().subscribe(this::fitColumns);
        model.reportProperty().subscribe(this::show);
    }

    private void bindHead() {
        socketsSummary.textProperty().bind(model.summaryProperty());
        socketsFilter.textProperty().bindBidirectional(model.filterProperty());
        socketsLive.selectedProperty().bindBidirectional(model.liveProperty());
        socketsInterval.getItems().setAll(Interval.values());
        socketsInterval.valueProperty().bindBidirectional(model.intervalProperty());
        socketsInterval.disableProperty().bind(model.liveProperty().not());
        shownWhenFilled(socketsNotice, model.noticeProperty());
        shownWhenFilled(socketsMessage, model.messageProperty());
    }

    private static void shownWhenFilled(Label label, ReadOnlyStringProperty text) {
        label.textProperty().bind(text);
        label.visibleProperty().bind(text.isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
    }

    private void bindTable() {
        socketsColumns.getItems().setAll(columns.menuItems());
        socketsTable.columns().setAll(columns.drawn());
        socketsTable.setPlaceholder("Looking …");
        socketsTable.setOnTitle(drawn -> model.sortBy(columns.of(drawn)));
        socketsTable.selectionProperty().subscribe(this::select);
        socketsTable.setOnCopy(() -> actions.copyRows(rows, socketsTable.selectionProperty().get()));
        socketsTable.setOnAction(_ -> actions.connect());
        socketsTable.setContextMenu(actions.menu());
        model.orderProperty().subscribe(_ -> markOrder());
        model.directionProperty().subscribe(_ -> markOrder());
    }

    private void fitColumns(boolean roomy) {
        if (roomy) {
            columns.spread();
        } else {
            columns.narrow();
        }
    }

    private void markOrder() {
        columns.mark(model.orderProperty().get(), model.directionProperty().get());
    }

    private void bindPicture() {
        socketsScope
                .with(Scope.NEIGHBOURS, "Neighbours", "The selected socket's process and whom it talks to")
                .with(Scope.MACHINE, "Machine", "Every process that talks through Unix sockets")
                .valueProperty()
                .bindBidirectional(model.scopeProperty());
        socketsGraph.setOnPick(model::reveal);
    }

    private void bindActions() {
        actions.bindConnect(socketsConnect);
        actions.bindExplain(socketsExplain);
        actions.bindFolder(socketsFolder);
        actions.bindCopy(socketsCopy);
    }

    private void select(Selection selection) {
        SocketRow row = rows.row(selection.lead());
        if (row != null) {
            model.selectedProperty().set(row.inode());
        }
    }

    private void show(SocketsReport report) {
        SocketRows before = rows;
        rows = new SocketRows(report.rows());
        long selected = rows.positionOfSocket(model.selectedProperty().get());
        if (report.arrangement().equals(arrangement)) {
            socketsTable.reorder(rows, rows.from(before));
        } else {
            arrangement = report.arrangement();
            socketsTable.setPlaceholder("No socket passes the filter");
            socketsTable.setSource(rows);
        }
        if (selected >= 0 && socketsTable.selectionProperty().get().lead() != selected) {
            socketsTable.select(selected);
        }
        socketsGraph.show(report.picture(), report.subject());
        socketsDetail.show(report.detail());
    }

    /// Takes in what is new; once a pulse.
    public void refresh() {
        model.refresh();
    }

    /// Puts the keyboard into the filter.
    public void focusFilter() {
        socketsFilter.requestFocus();
        socketsFilter.selectAll();
    }

    /// Lets the picture take the whole page, or gives it its place back.
    public void toggleEnlarged() {
        socketsEnlarge.fire();
    }

    /// Who asks where a file is saved.
    void setSaveChooser(SaveChooser saveChooser) {
        chooser = saveChooser;
    }

    @FXML
    private void zoomIn() {
        socketsGraph.zoomIn();
    }

    @FXML
    private void zoomOut() {
        socketsGraph.zoomOut();
    }

    @FXML
    private void fit() {
        socketsGraph.fit();
    }

    @FXML
    private void saveCsv() {
        save("sockets.csv", file -> export.saveCsv(rows.texts(), file));
    }

    @FXML
    private void saveJson() {
        save("sockets.json", file -> export.saveJson(rows.texts(), file));
    }

    @FXML
    private void saveSvg() {
        save("sockets.svg", file -> export.saveSvg(socketsGraph.picture(), socketsGraph.colours(), file));
    }

    @FXML
    private void savePng() {
        save("sockets.png", file -> export.savePng(socketsGraph.image(), file));
    }

    private void save(String name, Consumer<Path> saver) {
        Path file = chooser.choose(name);
        if (file != null) {
            saver.accept(file);
        }
    }
}
