package org.socklens.ui.file;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.socklens.access.occupant.Occupant;
import org.socklens.access.verdict.Question;
import org.socklens.access.verdict.Verdict;
import org.socklens.ui.control.ModeGrid;
import org.socklens.ui.control.PathCompleter;
import org.socklens.ui.control.PathDialogs;
import org.socklens.ui.control.PathField;
import org.socklens.ui.control.Segments;
import org.socklens.ui.control.Tone;

/// Binds the socket file panel's controls to its model.
public final class FileController {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private final FileModel model;
    private final PathCompleter completer;

    @FXML
    private PathField filePath;

    @FXML
    private Label fileKind;

    @FXML
    private Label fileFacts;

    @FXML
    private ComboBox<String> fileWho;

    @FXML
    private Segments<Question> fileQuestion;

    @FXML
    private Button fileTry;

    @FXML
    private FlowPane fileSteps;

    @FXML
    private Label fileStep;

    @FXML
    private Label fileVerdict;

    @FXML
    private Label fileMessage;

    @FXML
    private VBox fileNotes;

    @FXML
    private Button fileCleanup;

    @FXML
    private Button fileMakeDirectory;

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

    @FXML
    private Button fileApply;

    @FXML
    private Button fileRevert;

    @FXML
    private Button fileElevate;

    @FXML
    private Button fileCopyCommand;

    private @Nullable StepCards steps;

    /// Controls for `model`; `completer` completes the path.
    public FileController(FileModel model, PathCompleter completer) {
        this.model = model;
        this.completer = completer;
    }

    @FXML
    private void initialize() {
        filePath.textProperty().bindBidirectional(model.pathProperty());
        filePath.setChooser(PathDialogs.forSocket(filePath));
        filePath.setCompleter(completer);
        fileFacts.textProperty().bind(model.factsProperty());
        fileWho.getEditor().textProperty().bindBidirectional(model.whoProperty());
        fileWho.setItems(model.suggestedAccounts());
        fileQuestion
                .with(Question.CONNECT, "connect", "May it connect to the socket?")
                .with(Question.BIND, "bind", "May it make a socket file here?")
                .with(Question.DELETE, "delete", "May it remove the name?");
        fileQuestion.valueProperty().bindBidirectional(model.questionProperty());
        steps = new StepCards(fileSteps, fileStep);
        editor(model.draft());
        shownWith(fileMessage, model);
        model.reportProperty().subscribe(this::show);
        model.whoProperty().subscribe(this::offerTrying);
        model.busyProperty().subscribe(this::offerTrying);
    }

    private void editor(FileDraft draft) {
        fileBits.modeProperty().bindBidirectional(draft.modeProperty());
        fileBits.editableProperty().bind(draft.editableProperty());
        fileSymbolic.textProperty().bindBidirectional(draft.symbolicProperty());
        fileOctal.textProperty().bindBidirectional(draft.octalProperty());
        fileOwner.textProperty().bindBidirectional(draft.ownerProperty());
        fileGroup.textProperty().bindBidirectional(draft.groupProperty());
        for (TextField field : List.of(fileSymbolic, fileOctal, fileOwner, fileGroup)) {
            field.editableProperty().bind(draft.editableProperty());
        }
        mark(fileSymbolic, draft.symbolicValidProperty());
        mark(fileOctal, draft.octalValidProperty());
        var unready = draft.changedProperty().not()
                .or(draft.octalValidProperty().not())
                .or(draft.symbolicValidProperty().not())
                .or(model.busyProperty());
        fileApply.disableProperty().bind(unready);
        fileRevert.disableProperty().bind(draft.changedProperty().not());
        fileCopyCommand.disableProperty().bind(draft.editableProperty().not());
        // Whoever was refused may ask polkit, where there is one.
        boolean canElevate = model.canElevate();
        var refused = model.messageToneProperty().isEqualTo(Tone.DANGER).and(model.messageProperty().isNotEmpty());
        fileElevate.visibleProperty().bind(Bindings.createBooleanBinding(() -> canElevate).and(refused).and(unready.not()));
        fileElevate.managedProperty().bind(fileElevate.visibleProperty());
    }

    private static void mark(Node field, ReadOnlyBooleanProperty valid) {
        valid.subscribe(is -> field.pseudoClassStateChanged(INVALID, !is));
    }

    private static void shownWith(Label message, FileModel model) {
        message.textProperty().bind(model.messageProperty());
        message.visibleProperty().bind(model.messageProperty().isNotEmpty());
        message.managedProperty().bind(message.visibleProperty());
        model.messageToneProperty().subscribe(tone -> {
            message.getStyleClass().removeAll("done-line", "error-line");
            message.getStyleClass().add(tone == Tone.DANGER ? "error-line" : "done-line");
        });
    }

    private void offerTrying() {
        String objection = model.objectionToTrying();
        boolean nothing = model.reportProperty().get() == null;
        fileTry.setDisable(nothing || model.busyProperty().get() || !objection.isEmpty());
        fileTry.setTooltip(new Tooltip(objection.isEmpty() ? "Connect really, and close at once" : objection));
    }

    private void show(@Nullable FileReport report) {
        fileKind.setText(report == null ? "no path" : report.file().occupant().words());
        if (steps != null) {
            steps.show(report == null ? List.of() : report.steps());
        }
        fileVerdict.setText(report == null ? "" : words(report));
        fileVerdict.setVisible(report != null);
        fileVerdict.getStyleClass().removeAll("allowed", "refused");
        if (report != null) {
            fileVerdict.getStyleClass().add(isGood(report) ? "allowed" : "refused");
        }
        fileNotes.getChildren().setAll(report == null ? List.of() : notes(report));
        offer(fileCleanup, model.isStale());
        String missing = model.missingDirectory();
        offer(fileMakeDirectory, !missing.isEmpty());
        fileMakeDirectory.setText("Create " + missing);
        offerTrying();
    }

    private static void offer(Node node, boolean offered) {
        node.setVisible(offered);
        node.setManaged(offered);
    }

    private String words(FileReport report) {
        return switch (report.answer()) {
            case Answer.Unanswerable(String sentence) -> sentence;
            case Answer.WouldBe(var _, Answer.Judged judged) -> "After Apply: " + judged.headline() + " " + judged.reason();
            case Answer.Judged judged -> withStaleness(judged);
        };
    }

    /// The rights alone say "may" also of a socket that nobody listens behind: that is told first. Where they refuse,
    /// the kernel does not come so far, and it is told last.
    private String withStaleness(Answer.Judged judged) {
        String rights = judged.headline() + " " + judged.reason();
        if (!model.isStale() || judged.verdict().question() != Question.CONNECT) {
            return rights;
        }
        return judged.verdict() instanceof Verdict.Allowed
                ? "Stale: nothing listens behind this socket file, a connect gets ECONNREFUSED (111, Connection refused). "
                        + rights
                : rights + " Besides, nothing listens behind this socket file: it is stale.";
    }

    private static boolean isGood(FileReport report) {
        return switch (report.answer()) {
            case Answer.Unanswerable _ -> false;
            case Answer.WouldBe(var _, Answer.Judged judged) -> judged.verdict() instanceof Verdict.Allowed;
            case Answer.Judged judged -> judged.verdict() instanceof Verdict.Allowed allowed
                    && (allowed.question() != Question.CONNECT || isLive(report.file().occupant()));
        };
    }

    private static boolean isLive(Occupant occupant) {
        return occupant instanceof Occupant.ForeignSocket
                || (occupant instanceof Occupant.SocketNode socket && socket.bound() != null);
    }

    private static List<Label> notes(FileReport report) {
        return report.notes().stream()
                .map(note -> {
                    Label label = new Label(note);
                    label.getStyleClass().add("hint");
                    label.setMinHeight(Label.USE_PREF_SIZE);
                    return label;
                })
                .toList();
    }

    @FXML
    private void apply() {
        model.apply();
    }

    @FXML
    private void elevate() {
        model.applyElevated();
    }

    @FXML
    private void revert() {
        model.draft().revert();
    }

    @FXML
    private void cleanUp() {
        model.removeStale();
    }

    @FXML
    private void makeDirectory() {
        model.makeDirectories();
    }

    @FXML
    private void tryIt() {
        model.tryIt();
    }

    @FXML
    private void copyCommand() {
        ClipboardContent content = new ClipboardContent();
        content.putString(model.shellCommand());
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// Takes in what is new; once a pulse.
    public void refresh() {
        model.refresh();
    }
}
