package org.socklens.ui.control.facts;

import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.socklens.ui.control.ControlStyles;
import org.socklens.ui.control.Shown;

/// The strip that tells of a connection's peer, opened by a button of the panel.
public final class PeerStrip extends VBox {
    private static final String BUFFERS =
            "The kernel doubles what is asked, for its own bookkeeping, and keeps within its limits. On Unix sockets the"
                    + " sender's SO_SNDBUF makes a send wait; SO_RCVBUF has no effect (man 7 unix).";

    private final GridPane rows = new GridPane();
    private int count;

    /// Empty until [#tell].
    public PeerStrip() {
        ControlStyles.dress(this);
        getStyleClass().add("peer-strip");
        rows.getStyleClass().add("peer-rows");
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        rows.getColumnConstraints().setAll(new ColumnConstraints(), values);
    }

    /// Shows `facts` while `open` is pressed.
    ///
    /// @param name begins the ids of what is shown: `client` makes `clientPeerProcess` …
    /// @param nobody is shown when there is no connection
    public void tell(PeerFacts facts, ToggleButton open, String name, String nobody) {
        open.setGraphic(new FontIcon(Feather.INFO));
        open.getStyleClass().add("quiet-toggle");
        Label none = new Label(nobody);
        none.getStyleClass().add("hint");
        Shown.when(facts.presentProperty().not(), none);
        rows.visibleProperty().bind(facts.presentProperty());
        Shown.when(open.selectedProperty(), this);
        row("Process", value(facts.processProperty(), name + "PeerProcess"));
        row("Queued", value(facts.queuedProperty(), name + "PeerQueued"));
        row("Socket", value(facts.socketProperty(), name + "PeerSocket"));
        row("Buffers", value(facts.sizesProperty(), name + "PeerBuffers"));
        row("Ask for", buffers(facts, name));
        Label problem = value(facts.problemProperty(), name + "PeerProblem");
        problem.getStyleClass().setAll("error-line");
        Shown.when(facts.problemProperty().isNotEmpty(), problem);
        getChildren().setAll(none, scrolling(), problem);
    }

    /// Where the panel is low the rows give way, not the rest of the panel.
    private ScrollPane scrolling() {
        ScrollPane pane = new ScrollPane(rows);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.visibleProperty().bind(rows.visibleProperty());
        pane.managedProperty().bind(rows.visibleProperty());
        VBox.setVgrow(pane, Priority.SOMETIMES);
        return pane;
    }

    private void row(String title, Node node) {
        Label label = new Label(title);
        label.setMinWidth(USE_PREF_SIZE);
        label.getStyleClass().add("field-name");
        rows.addRow(count++, label, node);
        GridPane.setValignment(label, node instanceof Label ? VPos.TOP : VPos.CENTER);
    }

    private static Label value(ObservableValue<String> text, String id) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.textProperty().bind(text);
        return label;
    }

    private static HBox buffers(PeerFacts facts, String name) {
        TextField send = size(name + "SendBuffer", "Send buffer to ask for in bytes");
        send.textProperty().bindBidirectional(facts.sendBufferProperty());
        TextField receive = size(name + "ReceiveBuffer", "Receive buffer to ask for in bytes");
        receive.textProperty().bindBidirectional(facts.receiveBufferProperty());
        Button set = new Button("Set");
        set.setMinWidth(USE_PREF_SIZE);
        set.setId(name + "SetBuffers");
        set.setTooltip(new Tooltip(BUFFERS));
        set.setOnAction(_ -> facts.askForBuffers());
        send.setOnAction(_ -> facts.askForBuffers());
        receive.setOnAction(_ -> facts.askForBuffers());
        HBox fields = new HBox(named("send"), send, named("receive"), receive, set);
        fields.getStyleClass().add("field");
        return fields;
    }

    private static Label named(String direction) {
        Label label = new Label(direction);
        label.setMinWidth(USE_PREF_SIZE);
        label.getStyleClass().add("field-name");
        return label;
    }

    private static TextField size(String id, String accessibleText) {
        TextField field = new TextField();
        field.setId(id);
        field.getStyleClass().add("mono");
        field.setPrefColumnCount(7);
        field.setAccessibleText(accessibleText);
        field.setTooltip(new Tooltip(BUFFERS));
        return field;
    }
}
