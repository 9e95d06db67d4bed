package org.socklens.ui.control;

import java.io.File;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// The desktop's own dialogs for paths, over the window that shows a node.
public final class PathDialogs {
    private PathDialogs() {}

    /// Asks for a name that is to be made.
    public static PathChooser forNewSocket(Node owner) {
        return current -> path(dialog("Where the socket file is made", current).showSaveDialog(owner.getScene().getWindow()));
    }

    /// Asks for a socket file that is there.
    public static PathChooser forSocket(Node owner) {
        return current -> path(dialog("Socket file to connect to", current).showOpenDialog(owner.getScene().getWindow()));
    }

    /// Asks for a file that is there.
    public static PathChooser forFile(Node owner) {
        return current -> path(dialog("File to be passed open", current).showOpenDialog(owner.getScene().getWindow()));
    }

    /// Asks for a file whose bytes are wanted.
    public static PathChooser forContent(Node owner) {
        return current -> path(dialog("File to send", current).showOpenDialog(owner.getScene().getWindow()));
    }

    private static FileChooser dialog(String title, String current) {
        FileChooser dialog = new FileChooser();
        dialog.setTitle(title);
        File parent = new File(current).getAbsoluteFile().getParentFile();
        if (parent != null && parent.isDirectory()) {
            dialog.setInitialDirectory(parent);
        }
        return dialog;
    }

    private static @Nullable String path(@Nullable File chosen) {
        return chosen == null ? null : chosen.getPath();
    }
}
