package org.socklens.ui.app;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A small window over the main one that tells of an unexpected fault.
final class ErrorWindow implements ErrorShower {
    private final Stage owner;
    private final Look look;
    private final Label further = new Label();
    private @Nullable Stage stage;

    ErrorWindow(Stage owner, Look look) {
        this.owner = owner;
        this.look = look;
        further.setId("errorFurther");
        further.getStyleClass().add("hint");
    }

    @Override
    public void show(ErrorReport report, Runnable seen) {
        further.setText("");
        Stage window = new Stage();
        window.initOwner(owner);
        window.setTitle("Socklens: unexpected fault");
        window.setScene(look.scene(content(report, window)));
        window.setOnHidden(_ -> seen.run());
        stage = window;
        window.show();
    }

    @Override
    public void tellFurther(int count) {
        further.setText(count == 1 ? "One more fault has happened since." : count + " more faults have happened since.");
    }

    @Override
    public void hide() {
        if (stage != null) {
            stage.hide();
            stage = null;
        }
    }

    private VBox content(ErrorReport report, Stage window) {
        Label sentence = new Label(report.sentence());
        sentence.setId("errorSentence");
        sentence.setWrapText(true);
        Label code = new Label("Code " + report.code());
        code.setId("errorCode");
        code.getStyleClass().add("panel-title");
        Button copy = new Button("Copy details");
        copy.setId("errorCopy");
        copy.setOnAction(_ -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, report.details())));
        Button goOn = new Button("Go on");
        goOn.setId("errorClose");
        goOn.setDefaultButton(true);
        goOn.setCancelButton(true);
        goOn.setOnAction(_ -> window.hide());
        HBox buttons = new HBox(copy, goOn);
        buttons.getStyleClass().add("buttons");
        VBox content = new VBox(code, sentence, further, buttons);
        content.getStyleClass().add("error-window");
        return content;
    }
}
