package org.socklens.ui.file;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.socklens.access.path.PathCheck;

/// State of the socket file panel: what stands at a path, looked at anew several times a second. FX thread only; needs
/// no toolkit.
public final class FileModel {
    private static final long LOOK_NANOS = 300_000_000;

    private final FileLook look;
    private final Executor background;
    private final Executor fx;
    private final StringProperty path = new SimpleStringProperty(this, "path", "");
    private final ReadOnlyObjectWrapper<@Nullable FileReport> report = new ReadOnlyObjectWrapper<>(this, "report");
    private final ReadOnlyStringWrapper facts = new ReadOnlyStringWrapper(this, "facts", "");
    private String followed = "";
    private boolean looking;
    private long lookedAt;
    private String lookedPath = "";

    /// @param background runs what may block
    /// @param fx runs what touches properties
    public FileModel(FileLook look, Executor background, Executor fx) {
        this.look = look;
        this.background = background;
        this.fx = fx;
    }

    /// The path to look at, as typed.
    public StringProperty pathProperty() {
        return path;
    }

    /// The latest look; null before the first and for an empty path.
    public ReadOnlyObjectProperty<@Nullable FileReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /// Inode, and the path's length against the limit.
    public ReadOnlyStringProperty factsProperty() {
        return facts.getReadOnlyProperty();
    }

    /// Takes over the server's path, unless another one was typed here.
    public void follow(String serverPath) {
        if (path.get().equals(followed)) {
            path.set(serverPath);
        }
        followed = serverPath;
    }

    /// Looks again when it is time, in the background; once a pulse.
    public void refresh() {
        boolean due = System.nanoTime() - lookedAt >= LOOK_NANOS || !lookedPath.equals(path.get());
        if (looking || !due) {
            return;
        }
        looking = true;
        lookedAt = System.nanoTime();
        lookedPath = path.get();
        String wanted = lookedPath;
        byte[] bytes = wanted.getBytes(StandardCharsets.UTF_8);
        background.execute(() -> {
            FileReport seen = wanted.isEmpty() ? null : look.look(bytes);
            fx.execute(() -> show(wanted, seen));
        });
    }

    private void show(String wanted, @Nullable FileReport seen) {
        looking = false;
        if (!wanted.equals(path.get())) {
            return;
        }
        report.set(seen);
        int length = wanted.getBytes(StandardCharsets.UTF_8).length;
        String meter = length + " of " + PathCheck.MOST_BYTES + " bytes";
        var node = seen == null ? null : seen.file().node();
        facts.set(node == null ? meter : "inode " + node.status().inode() + " · " + meter);
    }
}
