package org.socklens.ui.server;

import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.socklens.endpoint.ClientInfo;
import org.socklens.socket.Credentials;
import org.socklens.socket.SocketType;
import org.socklens.ui.control.AccountNames;
import org.socklens.ui.control.Fold;
import org.socklens.ui.control.Lacking;
import org.socklens.ui.control.PathCompleter;
import org.socklens.ui.control.PathDialogs;
import org.socklens.ui.control.PathField;
import org.socklens.ui.control.Shown;
import org.socklens.ui.control.Tone;
import org.socklens.ui.control.address.AddressControls;
import org.socklens.ui.control.descriptor.DescriptorsButton;
import org.socklens.ui.control.facts.PeerStrip;
import org.socklens.ui.control.transcript.TranscriptView;

/// Binds the server panel's controls to its model.
public final class ServerController {
    private final ServerModel model;
    private final AccountNames names;
    private final PathCompleter completer;

    @FXML
    private Label serverPathName;

    @FXML
    private PathField serverPath;

    @FXML
    private ToggleButton serverAbstract;

    @FXML
    private Label serverPathHint;

    @FXML
    private ComboBox<SocketType> serverType;

    @FXML
    private FlowPane serverSettings;

    @FXML
    private HBox serverTypeField;

    @FXML
    private HBox serverBacklogField;

    @FXML
    private MenuButton serverMore;

    @FXML
    private TextField serverReadSize;

    @FXML
    private TextField serverBacklog;

    @FXML
    private ToggleButton serverPeer;

    @FXML
    private PeerStrip serverPeerStrip;

    @FXML
    private Button serverToggle;

    @FXML
    private Label serverState;

    @FXML
    private Label serverWaiting;

    @FXML
    private TableView<ClientInfo> serverClients;

    @FXML
    private DescriptorsButton serverDescriptors;

    @FXML
    private TranscriptView serverTranscript;

    @FXML
    private HBox serverModeField;

    @FXML
    private TextField serverMode;

    @FXML
    private CheckBox serverCredentials;

    @FXML
    private ComboBox<HabitChoice> serverHabit;

    @FXML
    private HBox serverHabitAmount;

    @FXML
    private TextField serverHabitNumber;

    @FXML
    private Label serverHabitUnit;

    @FXML
    private Label serverHabitHint;

    @FXML
    private Label serverModeHint;

    @FXML
    private Label serverLacks;

    @FXML
    private Label serverNotice;

    @FXML
    private Label serverError;

    /// Controls for `model`; users and groups are shown by name, `completer` completes the path.
    public ServerController(ServerModel model, AccountNames names, PathCompleter completer) {
        this.model = model;
        this.names = names;
        this.completer = completer;
    }

    @FXML
    private void initialize() {
        ServerForm form = model.form();
        new AddressControls(serverPathName, serverPath, serverAbstract, serverPathHint)
                .bind(form.address(), PathDialogs.forNewSocket(serverPath), model.runningProperty());
        serverPath.setCompleter(completer);
        text(serverModeHint, form.modeHintProperty());
        serverType.getItems().setAll(model.types());
        serverType.valueProperty().bindBidirectional(form.typeProperty());
        serverReadSize.textProperty().bindBidirectional(form.readSizeProperty());
        serverBacklog.textProperty().bindBidirectional(form.backlogProperty());
        serverMode.textProperty().bindBidirectional(form.modeProperty());
        serverMode.setPromptText(form.usualMode());
        serverPath.limitProperty().set(model.maxPathBytes());
        Lacking lacking = new Lacking(model.lacks());
        lacking.tell(serverLacks);
        List.of(serverType, serverMode, serverAbstract, serverCredentials)
                .forEach(control -> lacking.disable(control, model.runningProperty()));
        serverBacklog.disableProperty().bind(model.runningProperty());
        Shown.when(form.address().abstractProperty().not(), serverModeField);
        Shown.when(form.typeProperty().isNotEqualTo(SocketType.DGRAM), serverBacklogField);
        serverCredentials.selectedProperty().bindBidirectional(form.asksForSendersProperty());
        serverToggle.textProperty().bind(Bindings.when(model.runningProperty()).then("Stop").otherwise("Start"));
        serverToggle.disableProperty().bind(model.busyProperty());
        model.runningProperty().subscribe(running -> {
            serverToggle.getStyleClass().removeAll("accent", "danger");
            serverToggle.getStyleClass().add(running ? "danger" : "accent");
            serverToggle.setGraphic(new FontIcon(running ? Feather.SQUARE : Feather.PLAY));
        });
        serverState.textProperty().bind(model.stateProperty());
        Tone.bind(serverState, model.toneProperty());
        serverWaiting.textProperty().bind(model.waitingProperty());
        serverWaiting.visibleProperty().bind(model.waitingProperty().isNotEmpty());
        Tone.bind(serverWaiting, model.waitingToneProperty());
        habit(form.habits());
        text(serverError, model.errorProperty());
        text(serverNotice, model.noticeProperty());
        serverDescriptors.show(model.descriptors());
        serverPeerStrip.tell(model.peerFacts(), serverPeer, "server", "No client yet.");
        serverTranscript.setTranscript(model.transcript());
        new Fold(
                serverSettings,
                serverMore,
                List.of(serverTypeField, serverBacklogField, serverModeField, serverCredentials));
        clientTable();
    }

    private void habit(HabitForm habits) {
        serverHabit.getItems().setAll(HabitChoice.values());
        serverHabit.valueProperty().bindBidirectional(habits.choiceProperty());
        serverHabitNumber.textProperty().bindBidirectional(habits.numberProperty());
        serverHabitUnit.textProperty().bind(habits.unitProperty());
        serverHabitAmount.visibleProperty().bind(habits.unitProperty().isNotEmpty());
        serverHabitAmount.managedProperty().bind(serverHabitAmount.visibleProperty());
        text(serverHabitHint, habits.hintProperty());
    }

    /// Shows a text that takes no room while it is empty.
    private static void text(Label label, ReadOnlyStringProperty text) {
        label.textProperty().bind(text);
        Shown.when(text.isNotEmpty(), label);
    }

    private void clientTable() {
        column("#", 4, "number", fixed(client -> Integer.toString(client.number())));
        column("client", 15, "words", fixed(ServerController::who));
        column("user", 8, "words", known(peer -> names.user(peer.uid())));
        column("group", 8, "words", known(peer -> names.group(peer.gid())));
        column("state", 9, "words", fixed(client -> client.state().word()));
        column("in", 11, "number", fixed(client -> "%,d".formatted(client.received())));
        column("out", 11, "number", fixed(client -> "%,d".formatted(client.sent())));
        serverClients.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        serverClients.setPlaceholder(new Label("No client yet"));
        serverClients.setItems(model.clients());
        model.selectedProperty().bind(serverClients.getSelectionModel().selectedItemProperty());
    }

    /// The process, or the name that datagrams come from; both where both are known.
    private static String who(ClientInfo client) {
        Credentials peer = client.peer();
        String process = peer.isKnown() ? peer.program() + " " + peer.pid() : "";
        return client.address() == null ? process : (client.address() + " " + process).strip();
    }

    private static Function<ClientInfo, ObservableValue<String>> fixed(Function<ClientInfo, String> text) {
        return client -> new ReadOnlyStringWrapper(text.apply(client));
    }

    /// Empty for a client of which no credentials are known.
    private static Function<ClientInfo, ObservableValue<String>> known(
            Function<Credentials, ? extends ObservableValue<String>> text) {
        return client -> client.peer().isKnown() ? text.apply(client.peer()) : new ReadOnlyStringWrapper("");
    }

    private void column(
            String title, double share, String style, Function<ClientInfo, ? extends ObservableValue<String>> text) {
        TableColumn<ClientInfo, String> column = new TableColumn<>(title);
        column.setCellValueFactory(cell -> text.apply(cell.getValue()));
        column.getStyleClass().add(style);
        column.setSortable(false);
        column.setPrefWidth(share * 10);
        serverClients.getColumns().add(column);
    }

    @FXML
    private void toggle() {
        model.toggle();
    }

    /// Takes in what is new; once a pulse.
    public void refresh() {
        model.refresh();
        serverTranscript.refresh();
    }

    /// Moves the keyboard to the path.
    public void focusPath() {
        serverPath.requestFocus();
    }

    /// The rows, so that they can lead to their calls.
    public TranscriptView transcript() {
        return serverTranscript;
    }
}
