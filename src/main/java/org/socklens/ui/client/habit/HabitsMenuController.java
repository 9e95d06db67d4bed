package org.socklens.ui.client.habit;

import java.nio.file.Path;
import java.util.function.Function;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;
import org.socklens.ui.control.PathChooser;
import org.socklens.ui.control.Shown;

/// Binds the menu in which a person sets up what the client does beyond one message at once.
public final class HabitsMenuController {
    private final ClientHabits habits;
    private final ObservableBooleanValue canSend;
    private final Runnable repeat;
    private final Function<Node, PathChooser> fileDialog;

    @FXML
    private MenuButton clientHabits;

    @FXML
    private CheckBox clientPieces;

    @FXML
    private TextField clientPieceBytes;

    @FXML
    private TextField clientPieceMillis;

    @FXML
    private Button clientRepeat;

    @FXML
    private TextField clientRepeatMillis;

    @FXML
    private Button clientSendFile;

    @FXML
    private CheckBox clientReconnect;

    @FXML
    private TextField clientReconnectSeconds;

    @FXML
    private Label clientHabitProblem;

    /// @param canSend whether there is a connection to send on
    /// @param repeat repeats the message that is typed
    /// @param fileDialog asks which file to send, over the window of a node
    public HabitsMenuController(
            ClientHabits habits,
            ObservableBooleanValue canSend,
            Runnable repeat,
            Function<Node, PathChooser> fileDialog) {
        this.habits = habits;
        this.canSend = canSend;
        this.repeat = repeat;
        this.fileDialog = fileDialog;
    }

    @FXML
    private void initialize() {
        clientPieces.selectedProperty().bindBidirectional(habits.pace().inPiecesProperty());
        clientPieceBytes.textProperty().bindBidirectional(habits.pace().bytesProperty());
        clientPieceMillis.textProperty().bindBidirectional(habits.pace().millisProperty());
        clientRepeatMillis.textProperty().bindBidirectional(habits.repeatMillisProperty());
        clientReconnect.selectedProperty().bindBidirectional(habits.reconnection().wantedProperty());
        clientReconnectSeconds.textProperty().bindBidirectional(habits.reconnection().secondsProperty());
        canSend.subscribe(can -> {
            clientRepeat.setDisable(!can);
            clientSendFile.setDisable(!can);
        });
        clientHabitProblem.textProperty().bind(habits.problemProperty());
        Shown.when(habits.problemProperty().isNotEmpty(), clientHabitProblem);
    }

    @FXML
    private void repeat() {
        clientHabits.hide();
        repeat.run();
    }

    @FXML
    private void sendFile() {
        clientHabits.hide();
        @Nullable String chosen = fileDialog.apply(clientHabits).choose("");
        if (chosen != null) {
            habits.sendFile(Path.of(chosen));
        }
    }
}
