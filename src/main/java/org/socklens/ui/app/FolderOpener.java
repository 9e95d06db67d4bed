package org.socklens.ui.app;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.socklens.access.path.FileUri;
import org.socklens.access.path.PathBytes;

/// Shows a directory in the desktop's file manager (`man 1 xdg-open`).
final class FolderOpener {
    private static final String PROGRAM = "xdg-open";

    private final Executor background;
    private final Executor fx;

    /// @param background runs what may block
    /// @param fx runs what touches properties
    FolderOpener(Executor background, Executor fx) {
        this.background = background;
        this.fx = fx;
    }

    /// Shows the directory that holds a path; tells `problem` when that cannot be.
    void showParent(byte[] path, Consumer<String> problem) {
        String uri = FileUri.of(PathBytes.of(path).parent().toByteArray()).toString();
        background.execute(() -> {
            try {
                new ProcessBuilder(PROGRAM, uri)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
            } catch (IOException missing) {
                fx.execute(() -> problem.accept(
                        "execve: ENOENT (2, No such file or directory). The program xdg-open, which asks the desktop's"
                                + " file manager, is not installed: install xdg-utils, or copy the address."));
            }
        });
    }
}
