package org.socklens.ui.client;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.socklens.socket.SocketType;
import org.socklens.ui.control.Fold;
import org.socklens.ui.control.Lacking;
import org.socklens.ui.control.PathCompleter;
import org.socklens.ui.control.PathDialogs;
import org.socklens.ui.control.PathField;
import org.socklens.ui.control.Segments;
import org.socklens.ui.control.Shown;
import org.socklens.ui.control.Tone;
import org.socklens.ui.control.address.AddressControls;
import org.socklens.ui.control.descriptor.DescriptorsButton;
import org.socklens.ui.control.facts.PeerStrip;
import org.socklens.ui.control.transcript.TranscriptView;

/// Binds the client panel's controls to its model.
public final class ClientController {
    private final ClientModel model;
    private final PathCompleter completer;
    private final Runnable explain;

    @FXML
    private Label clientPathName;

    @FXML
    private PathField clientPath;

    @FXML
    private ToggleButton clientAbstract;

    @FXML
    private Label clientPathHint;

    @FXML
    private VBox clientOwn;

    @FXML
    private Segments<OwnName> clientOwnName;

    @FXML
    private VBox clientOwnAddress;

    @FXML
    private Label clientOwnPathName;

    @FXML
    private PathField clientOwnPath;

    @FXML
    private ToggleButton clientOwnAbstract;

    @FXML
    private Label clientOwnHint;

    @FXML
    private CheckBox clientCredentials;

    @FXML
    private PassMenu clientPass;

    @FXML
    private Label clientLacks;

    @FXML
    private DescriptorsButton clientDescriptors;

    @FXML
    private Button clientUseServer;

    @FXML
    private ComboBox<SocketType> clientType;

    @FXML
    private FlowPane clientSettings;

    @FXML
    private HBox clientTypeField;

    @FXML
    private HBox clientReceiveField;

    @FXML
    private MenuButton clientMore;

    @FXML
    private TextField clientReadSize;

    @FXML
    private ToggleButton clientPeer;

    @FXML
    private PeerStrip clientPeerStrip;

    @FXML
    private Button clientToggle;

    @FXML
    private Label clientState;

    @FXML
    private TextArea clientMessage;

    @FXML
    private Segments<MessageFormat> clientFormat;

    @FXML
    private Segments<LineEnding> clientLineEnding;

    @FXML
    private Button clientSend;

    @FXML
    private Button clientShutdown;

    @FXML
    private Label clientWaiting;

    @FXML
    private TranscriptView clientTranscript;

    @FXML
    private Label clientError;

    @FXML
    private Button clientExplain;

    /// Controls for `model`; `explain` shows the whole reason at the socket file.
    public ClientController(ClientModel model, PathCompleter completer, Runnable explain) {
        this.model = model;
        this.completer = completer;
        this.explain = explain;
    }

    @FXML
    private void initialize() {
        ClientForm form = model.form();
        new AddressControls(clientPathName, clientPath, clientAbstract, clientPathHint)
                .bind(form.address(), PathDialogs.forSocket(clientPath), model.runningProperty());
        new AddressControls(clientOwnPathName, clientOwnPath, clientOwnAbstract, clientOwnHint)
                .bind(form.own(), PathDialogs.forNewSocket(clientOwnPath), model.runningProperty());
        ownName(form);
        clientType.getItems().setAll(model.types());
        clientType.valueProperty().bindBidirectional(form.typeProperty());
        clientReadSize.textProperty().bindBidirectional(form.readSizeProperty());
        clientCredentials.selectedProperty().bindBidirectional(form.asksForSendersProperty());
        clientPath.setCompleter(completer);
        clientOwnPath.setCompleter(completer);
        Lacking lacking = new Lacking(model.lacks());
        lacking.tell(clientLacks);
        List.of(clientType, clientAbstract, clientOwnAbstract, clientCredentials)
                .forEach(control -> lacking.disable(control, model.runningProperty()));
        lacking.disable(clientPass, model.canSendProperty().not());
        clientUseServer.disableProperty().bind(model.runningProperty());
        clientReadSize.disableProperty().bind(model.runningProperty());
        clientToggle.textProperty().bind(Bindings.when(model.runningProperty()).then("Disconnect").otherwise("Connect"));
        model.runningProperty().subscribe(running -> {
            clientToggle.getStyleClass().remove("accent");
            if (!running) {
                clientToggle.getStyleClass().add("accent");
            }
        });
        clientState.textProperty().bind(model.stateProperty());
        Tone.bind(clientState, model.toneProperty());
        clientMessage.textProperty().bindBidirectional(model.messageProperty());
        clientMessage.addEventFilter(KeyEvent.KEY_PRESSED, this::messageKey);
        for (MessageFormat format : MessageFormat.values()) {
            clientFormat.with(format, format.label(), format.hint());
        }
        clientFormat.valueProperty().bindBidirectional(model.formatProperty());
        for (LineEnding ending : LineEnding.values()) {
            clientLineEnding.with(ending, ending.label(), ending.hint());
        }
        clientLineEnding.valueProperty().bindBidirectional(model.endingProperty());
        Tooltip why = new Tooltip();
        why.textProperty().bind(model.cannotSendProperty());
        clientSend.disableProperty().bind(model.canSendProperty().not());
        Tooltip.install(clientSend.getParent(), why);
        clientShutdown.disableProperty().bind(model.canSendProperty().not());
        Shown.when(form.typeProperty().isNotEqualTo(SocketType.DGRAM), clientShutdown);
        clientWaiting.textProperty().bind(model.waitingProperty());
        clientWaiting.managedProperty().bind(model.waitingProperty().isNotEmpty());
        clientError.textProperty().bind(model.errorProperty());
        Shown.when(model.errorProperty().isNotEmpty(), clientError.getParent());
        Shown.when(model.explainableProperty(), clientExplain);
        new Fold(clientSettings, clientMore, List.of(clientTypeField, clientReceiveField, clientCredentials, clientPass));
        clientPass.onPass(PathDialogs.forFile(clientPass), model::pass);
        clientDescriptors.show(model.descriptors());
        clientPeerStrip.tell(model.peerFacts(), clientPeer, "client", "Not connected: there is no peer.");
        clientTranscript.setTranscript(model.transcript());
        clientTranscript.setConnectionColumnVisible(false);
    }

    /// What a datagram client is bound to is asked of datagram clients only.
    private void ownName(ClientForm form) {
        for (OwnName name : OwnName.values()) {
            clientOwnName.with(name, name.label(), name.hint());
        }
        clientOwnName.valueProperty().bindBidirectional(form.ownNameProperty());
        clientOwnName.disableProperty().bind(model.runningProperty());
        Shown.when(form.typeProperty().isEqualTo(SocketType.DGRAM), clientOwn);
        Shown.when(form.ownNameProperty().isEqualTo(OwnName.NAMED), clientOwnAddress);
    }

    private void messageKey(KeyEvent event) {
        boolean oneLine = clientMessage.getText().indexOf('\n') < 0;
        switch (event.getCode()) {
            case ENTER -> {
                if (event.isShiftDown()) {
                    clientMessage.insertText(clientMessage.getCaretPosition(), "\n");
                } else {
                    model.send();
                }
            }
            case UP -> {
                if (!oneLine) {
                    return;
                }
                model.older();
                clientMessage.end();
            }
            case DOWN -> {
                if (!oneLine) {
                    return;
                }
                model.newer();
                clientMessage.end();
            }
            case TAB -> {
                // A tab moves the focus here, as everywhere in the window; \t is typed as an escape.
                return;
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    @FXML
    private void toggle() {
        model.toggle();
        if (model.runningProperty().get()) {
            clientMessage.requestFocus();
        }
    }

    @FXML
    private void useServer() {
        model.form().useServerAddress();
    }

    @FXML
    private void send() {
        model.send();
        clientMessage.requestFocus();
    }

    @FXML
    private void halfClose() {
        model.halfClose();
    }

    @FXML
    private void explain() {
        explain.run();
    }

    /// Takes in what is new; once a pulse.
    public void refresh() {
        model.refresh();
        clientTranscript.refresh();
    }

    /// Moves the keyboard to the message.
    public void focusMessage() {
        clientMessage.requestFocus();
    }

    /// The rows, so that they can lead to their calls.
    public TranscriptView transcript() {
        return clientTranscript;
    }
}
