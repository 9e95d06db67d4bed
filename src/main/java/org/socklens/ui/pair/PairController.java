package org.socklens.ui.pair;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.socklens.socket.SocketType;
import org.socklens.ui.control.Tone;

/// Binds the controls over both sides to the model.
public final class PairController {
    private final PairModel model;

    @FXML
    private Label pairState;

    @FXML
    private Button pairStop;

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
