package org.socklens.ui.control;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.socklens.access.path.FileUri;

/// Takes files that are dropped on a node as paths. Nothing is moved or copied.
public final class PathDrop {
    private PathDrop() {}

    /// Gives the path of the first dropped file to `then`.
    public static void accept(Node target, Consumer<String> then) {
        target.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (!path(event.getDragboard()).isEmpty()) {
                event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
                event.consume();
            }
        });
        target.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            String path = path(event.getDragboard());
            if (!path.isEmpty()) {
                then.accept(path);
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    /// The URI is asked first: Java's text of a file loses bytes that are not UTF-8.
    private static String path(Dragboard board) {
        String fromUri = board.hasUrl() ? FileUri.pathOf(board.getUrl()) : "";
        if (!fromUri.isEmpty() || !board.hasFiles() || board.getFiles().isEmpty()) {
            return fromUri;
        }
        return board.getFiles().getFirst().getPath();
    }
}
