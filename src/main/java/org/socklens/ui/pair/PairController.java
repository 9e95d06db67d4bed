package org.socklens.ui.pair;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.socklens.socket.SocketType;
import org.socklens.ui.control.Fold;
import org.socklens.ui.control.Tone;

/// Binds the controls over both sides to the model.
public final class PairController {
    /// The room that all settings take on one line.
    private static final double ROOMY_EMS = 68;

    private final PairModel model;

    @FXML
    private Label pairState;

    @FXML
    private Button pairStop;

    @FXML
    private FlowPane pairSettings;

    @FXML
    private MenuButton pairMore;

    @FXML
    private HBox pairProtocolField;

    @FXML
    private ComboBox<SocketType> pairType;

    @FXML
    private TextField pairProtocol;

    @FXML
    private CheckBox pairCloseOnExec;

    @FXML
    private CheckBox pairNonBlocking;

    @FXML
    private TextField pairMessage;

    @FXML
    private TextField pairAnswer;

    @FXML
    private Label pairError;

    @FXML
    private Label pairLesson;

    /// Controls for `model`.
    public PairController(PairModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        PairForm form = model.form();
        pairType.getItems().setAll(form.types());
        pairType.valueProperty().bindBidirectional(form.typeProperty());
        pairProtocol.textProperty().bindBidirectional(form.protocolProperty());
        pairCloseOnExec.selectedProperty().bindBidirectional(form.closeOnExecProperty());
        pairNonBlocking.selectedProperty().bindBidirectional(form.nonBlockingProperty());
        pairMessage.textProperty().bindBidirectional(form.messageProperty());
        pairAnswer.textProperty().bindBidirectional(form.answerProperty());
        pairStop.disableProperty().bind(model.runningProperty().not());
        pairState.textProperty().bind(model.stateProperty());
        Tone.bind(pairState, model.toneProperty());
        pairError.textProperty().bind(model.errorProperty());
        pairError.visibleProperty().bind(model.errorProperty().isNotEmpty());
        pairError.managedProperty().bind(pairError.visibleProperty());
        new Fold(pairSettings, pairMore, List.of(pairProtocolField, pairCloseOnExec, pairNonBlocking), ROOMY_EMS);
        pairLesson.textProperty().bind(model.lessonProperty());
    }

    @FXML
    private void run() {
        model.run();
    }

    @FXML
    private void stop() {
        model.stop();
    }
}
