package org.socklens.ui.client;

import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.socklens.socket.Address;
import org.socklens.socket.Passable;
import org.socklens.ui.control.PathChooser;

/// What can be passed to the peer as an open descriptor.
public final class PassMenu extends MenuButton {
    private static final String IN_THE_PIPE = "Hello through the pipe\n";

    private final MenuItem file = new MenuItem("An open file…");
    private final MenuItem pipeToRead = new MenuItem("A pipe with a greeting in it, to be read");
    private final MenuItem pipeToWrite = new MenuItem("A pipe to be written to; its other end stays here");

    /// A menu that does nothing yet, for FXML.
    public PassMenu() {
        super("Pass");
        setTooltip(new Tooltip("Send the message with an open descriptor beside it (SCM_RIGHTS); without a message, one"
                + " zero byte goes with it"));
        setAccessibleText("Pass an open descriptor");
        getItems().setAll(file, pipeToRead, pipeToWrite);
    }

    /// From now on `passing` is told what to pass. Once a menu.
    ///
    /// @param chooser asks for the file
    void onPass(PathChooser chooser, Consumer<Passable> passing) {
        file.setOnAction(_ -> {
            String chosen = chooser.choose("");
            if (chosen != null) {
                passing.accept(new Passable.File(Address.Path.of(chosen)));
            }
        });
        pipeToRead.setOnAction(_ -> passing.accept(new Passable.PipeToRead(IN_THE_PIPE)));
        pipeToWrite.setOnAction(_ -> passing.accept(new Passable.PipeToWrite()));
    }
}
