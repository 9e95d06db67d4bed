package org.socklens.ui.client.habit;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.socklens.ui.control.Shown;

/// Binds the rows that show what the client does by itself now, each with a button that ends it.
public final class ActivityController {
    private final ClientHabits habits;

    @FXML
    private VBox clientActivity;

    @FXML
    private HBox clientRepeating;

    @FXML
    private Label clientRepeatState;

    @FXML
    private HBox clientFile;

    @FXML
    private Label clientFileState;

    @FXML
    private ProgressBar clientFileProgress;

    @FXML
    private Button clientFileCancel;

    @FXML
    private HBox clientReconnecting;

    @FXML
    private Label clientCountdown;

    /// Rows for `habits`.
    public ActivityController(ClientHabits habits) {
        this.habits = habits;
    }

    @FXML
    private void initialize() {
        Shown.when(
                habits.repeatingProperty()
                        .isNotEmpty()
                        .or(habits.fileProperty().isNotEmpty())
                        .or(habits.reconnection().countdownProperty().isNotEmpty()),
                clientActivity);
        clientRepeatState.textProperty().bind(habits.repeatingProperty());
        Shown.when(habits.repeatingProperty().isNotEmpty(), clientRepeating);
        clientFileState.textProperty().bind(habits.fileProperty());
        clientFileProgress.progressProperty().bind(habits.fileFractionProperty());
        Shown.when(habits.fileProperty().isNotEmpty(), clientFile);
        Shown.when(habits.fileUnderWayProperty(), clientFileProgress);
        Shown.when(habits.fileUnderWayProperty(), clientFileCancel);
        clientCountdown.textProperty().bind(habits.reconnection().countdownProperty());
        Shown.when(habits.reconnection().countdownProperty().isNotEmpty(), clientReconnecting);
    }

    @FXML
    private void stopRepeating() {
        habits.stopRepeating();
    }

    @FXML
    private void cancelFile() {
        habits.cancelFile();
    }

    @FXML
    private void cancelReconnect() {
        habits.reconnection().cancel();
    }
}
