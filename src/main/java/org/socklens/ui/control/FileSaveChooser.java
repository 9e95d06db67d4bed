package org.socklens.ui.control;

import java.io.File;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// The desktop's own dialog, over the window that shows a node.
public record FileSaveChooser(Node owner, String title) implements SaveChooser {
    @Override
    public @Nullable Path choose(String suggestedName) {
        FileChooser dialog = new FileChooser();
        dialog.setTitle(title);
        dialog.setInitialFileName(suggestedName);
        File chosen = dialog.showSaveDialog(owner.getScene().getWindow());
        return chosen == null ? null : chosen.toPath();
    }
}
