package org.socklens.ui.file;

import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;
import org.socklens.access.occupant.Occupant;
import org.socklens.access.path.FileNode;
import org.socklens.access.path.PathStep;
import org.socklens.access.verdict.Verdict;
import org.socklens.ui.control.ModeGrid;

/// Binds the socket file panel's controls to its model.
public final class FileController {
    private final FileModel model;

    @FXML
    private TextField filePath;

    @FXML
    private Label fileKind;

    @FXML
    private Label fileFacts;

    @FXML
    private FlowPane fileSteps;

    @FXML
    private Label fileVerdict;

    @FXML
    private ModeGrid fileBits;

    @FXML
    private TextField fileSymbolic;

    @FXML
    private TextField fileOctal;

    @FXML
    private TextField fileOwner;

    @FXML
    private TextField fileGroup;

    /// Controls for `model`.
    public FileController(FileModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        filePath.textProperty().bindBidirectional(model.pathProperty());
        fileFacts.textProperty().bind(model.factsProperty());
        model.reportProperty().subscribe(this::show);
    }

    private void show(@Nullable FileReport report) {
        FileNode node = report == null ? null : report.file().node();
        fileKind.setText(report == null ? "no path" : report.file().occupant().words());
        fileSymbolic.setText(report == null ? "" : report.file().symbolic());
        fileOctal.setText(report == null ? "" : report.file().octal());
        fileOwner.setText(text(report == null ? null : report.file().owner()));
        fileGroup.setText(text(report == null ? null : report.file().group()));
        fileBits.modeProperty().set(node == null ? 0 : node.status().permissions() & 0777);
        fileSteps.getChildren().setAll(report == null ? List.of() : steps(report));
        fileVerdict.setText(report == null ? "" : words(report));
        fileVerdict.getStyleClass().removeAll("allowed", "refused");
        if (report != null) {
            fileVerdict.getStyleClass().add(isGood(report) ? "allowed" : "refused");
        }
    }

    private static String text(@Nullable String name) {
        return name == null ? "" : name;
    }

    /// The rights alone say "may" also of a socket that nobody listens behind: that is added.
    private static String words(FileReport report) {
        String rights = report.headline() + " " + report.reason();
        boolean stale = report.file().occupant() instanceof Occupant.SocketNode socket && socket.bound() == null;
        return stale
                ? "Stale: nothing listens behind this socket file, a connect gets ECONNREFUSED (111, Connection refused). "
                        + rights
                : rights;
    }

    private static boolean isGood(FileReport report) {
        return report.verdict() instanceof Verdict.Allowed
                && report.file().occupant() instanceof Occupant.SocketNode socket
                && socket.bound() != null;
    }

    private static List<Node> steps(FileReport report) {
        List<Node> nodes = new ArrayList<>();
        List<PathStep> steps = report.file().walk().steps();
        for (PathStep step : steps) {
            if (!nodes.isEmpty()) {
                nodes.add(new Label("›"));
            }
            boolean atFault = report.verdict() instanceof Verdict.Refused refused
                    && step.equals(refused.fault().step());
            nodes.add(new StepCard(step, atFault));
        }
        return nodes;
    }

    /// Takes in what is new; once a pulse.
    public void refresh() {
        model.refresh();
    }
}
