package org.socklens.ui.pair;

import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import javafx.beans.value.ObservableStringValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.socklens.endpoint.pair.Side;
import org.socklens.ui.control.Fold;
import org.socklens.ui.control.Tone;
import org.socklens.ui.control.transcript.TranscriptView;

/// Binds the controls of one side to its model. The file is loaded once a side: every `fx:id` gets the side's name here,
/// as in `pairParentSend` and `pairChildSend`.
public final class PairSideController {
    private static final PseudoClass BROKEN = PseudoClass.getPseudoClass("broken");

    /// The room that all actions take on one line.
    private static final double ROOMY_EMS = 36;

    private final PairSideModel model;

    @FXML
    private Label title;

    @FXML
    private Label pid;

    @FXML
    private Label state;

    @FXML
    private HBox signals;

    @FXML
    private Button halt;

    @FXML
    private Button kill;

    @FXML
    private HBox ends;

    @FXML
    private EndCard own;

    @FXML
    private EndCard copy;

    @FXML
    private StackPane wire;

    @FXML
    private Label queued;

    @FXML
    private ToggleSwitch closeUnused;

    @FXML
    private Button closeOwn;

    @FXML
    private Button halfClose;

    @FXML
    private Button fill;

    @FXML
    private FlowPane actions;

    @FXML
    private MenuButton more;

    @FXML
    private TextField message;

    @FXML
    private Button send;

    @FXML
    private Label waiting;

    @FXML
    private TranscriptView transcript;

    /// Controls for `model`.
    public PairSideController(PairSideModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        nameControls();
        title.setText(model.side() == Side.PARENT ? "Parent" : "Child");
        pid.textProperty().bind(model.pidProperty());
        shownWhenFilled(pid);
        state.textProperty().bind(model.stateProperty());
        Tone.bind(state, model.toneProperty());
        bindSignals();
        bindEnds();
        bindSending();
        transcript.setTranscript(model.transcript());
        transcript.setConnectionColumnVisible(false);
    }

    private void nameControls() {
        String prefix = model.side() == Side.PARENT ? "pairParent" : "pairChild";
        transcript.setId(prefix);
        for (Node node : new Node[] {
            pid, state, halt, kill, own, copy, queued, closeUnused, closeOwn, halfClose, fill, more, message, send, waiting
        }) {
            String id = node.getId();
            node.setId(prefix + Character.toUpperCase(id.charAt(0)) + id.substring(1));
        }
    }

    private void bindSignals() {
        // The parent keeps the room, so that both sides stand on the same lines.
        signals.setVisible(model.side() == Side.CHILD);
        halt.disableProperty().bind(model.aliveProperty().not());
        kill.disableProperty().bind(model.aliveProperty().not());
        model.haltedProperty().subscribe(halted -> {
            halt.setText(halted ? "Continue" : "Halt");
            halt.setTooltip(new Tooltip(halted ? "SIGCONT: the child goes on" : "SIGSTOP: the child does nothing any more"));
        });
    }

    /// The ends that the two sides use face each other in the middle of the page.
    private void bindEnds() {
        if (model.side() == Side.CHILD) {
            ends.getChildren().setAll(wire, own, copy);
        }
        ends.getStyleClass().add(model.side() == Side.PARENT ? "left-side" : "right-side");
        own.bind(model.ownProperty());
        copy.bind(model.copyProperty());
        queued.textProperty().bind(model.queuedProperty());
        shownWhenFilled(queued);
        model.connectedProperty().subscribe(connected -> wire.pseudoClassStateChanged(BROKEN, !connected));
        closeUnused.selectedProperty().bindBidirectional(model.closeUnusedProperty());
        closeUnused.disableProperty().bind(model.switchableProperty().not());
        tell(closeUnused.getParent(), model.switchHintProperty());
    }

    private void bindSending() {
        message.textProperty().bindBidirectional(model.messageProperty());
        send.disableProperty().bind(model.cannotSendProperty().isNotEmpty());
        tell(send.getParent(), model.cannotSendProperty());
        closeOwn.disableProperty().bind(model.cannotCloseProperty().isNotEmpty());
        halfClose.disableProperty().bind(model.cannotCloseProperty().isNotEmpty());
        fill.disableProperty().bind(model.cannotCloseProperty().isNotEmpty());
        tell(closeOwn.getParent(), model.cannotCloseProperty());
        new Fold(actions, more, List.of(halfClose, fill), ROOMY_EMS);
        waiting.textProperty().bind(model.waitingProperty());
        shownWhenFilled(waiting);
    }

    /// A disabled control takes no mouse: what lies around it says why.
    private static void tell(Node around, ObservableStringValue why) {
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(why);
        why.subscribe(text -> {
            if (text.isEmpty()) {
                Tooltip.uninstall(around, tooltip);
            } else {
                Tooltip.install(around, tooltip);
            }
        });
    }

    private static void shownWhenFilled(Label label) {
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
    }

    @FXML
    private void send() {
        model.send();
        message.requestFocus();
    }

    @FXML
    private void halt() {
        model.haltOrContinue();
    }

    @FXML
    private void kill() {
        model.kill();
    }

    @FXML
    private void closeOwn() {
        model.closeOwn();
    }

    @FXML
    private void halfClose() {
        model.halfClose();
    }

    @FXML
    private void fill() {
        model.fill();
    }

    /// Takes in what is new; once a pulse.
    public void refresh() {
        transcript.refresh();
    }

    /// Moves the keyboard to the message.
    public void focusMessage() {
        message.requestFocus();
    }

    /// The rows, so that they can lead to their calls.
    public TranscriptView transcript() {
        return transcript;
    }
}
