package org.socklens.ui.file;

import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.socklens.access.change.DirectoryMaker;
import org.socklens.access.change.ShellCommand;
import org.socklens.access.occupant.Occupant;
import org.socklens.access.occupant.SocketFile;
import org.socklens.access.path.FileNode;
import org.socklens.access.path.PathBytes;
import org.socklens.access.path.PathCheck;
import org.socklens.access.verdict.Question;
import org.socklens.ui.control.Tone;

/// State and actions of the socket file panel: what stands at a path, looked at anew several times a second, who may do
/// what with it, and how that can be changed. FX thread only; needs no toolkit.
public final class FileModel {
    private static final long LOOK_NANOS = 300_000_000;

    private final FileLook look;
    private final FileWork work;
    private final Executor background;
    private final Executor fx;
    private final FileDraft draft = new FileDraft();
    private final FileActions actions;
    private final StringProperty path = new SimpleStringProperty(this, "path", "");
    private final StringProperty who = new SimpleStringProperty(this, "who", FileQuery.THIS_PROCESS);
    private final ObjectProperty<Question> question = new SimpleObjectProperty<>(this, "question", Question.CONNECT);
    private final ReadOnlyObjectWrapper<@Nullable FileReport> report = new ReadOnlyObjectWrapper<>(this, "report");
    private final ReadOnlyStringWrapper facts = new ReadOnlyStringWrapper(this, "facts", "");
    private final ObservableList<String> suggestedAccounts =
            FXCollections.observableArrayList(FileQuery.THIS_PROCESS);
    private String followed = "";
    private boolean looking;
    private long lookedAt;
    private @Nullable FileQuery looked;

    /// @param background runs what may block
    /// @param fx runs what touches properties
    public FileModel(FileLook look, FileWork work, Executor background, Executor fx) {
        this.look = look;
        this.work = work;
        this.background = background;
        this.fx = fx;
        actions = new FileActions(background, fx);
        background.execute(() -> {
            List<String> names = work.suggestedAccounts();
            fx.execute(() -> suggestedAccounts.addAll(names));
        });
        path.subscribe(actions::forget);
        who.subscribe(actions::forget);
        question.subscribe(actions::forget);
    }

    /// The path to look at, as typed.
    public StringProperty pathProperty() {
        return path;
    }

    /// The account that is asked for, as typed; [FileQuery#THIS_PROCESS] at first.
    public StringProperty whoProperty() {
        return who;
    }

    /// Accounts to choose from for [#whoProperty]; others can be typed.
    public ObservableList<String> suggestedAccounts() {
        return suggestedAccounts;
    }

    /// What the account wants to do.
    public ObjectProperty<Question> questionProperty() {
        return question;
    }

    /// The latest look; null before the first and for an empty path.
    public ReadOnlyObjectProperty<@Nullable FileReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /// Inode, and the path's length against the limit.
    public ReadOnlyStringProperty factsProperty() {
        return facts.getReadOnlyProperty();
    }

    /// Owner, group and mode as a person edits them.
    public FileDraft draft() {
        return draft;
    }

    /// What became of the latest action, or empty.
    public ReadOnlyStringProperty messageProperty() {
        return actions.messageProperty();
    }

    /// Whether [#messageProperty] is good news.
    public ReadOnlyObjectProperty<Tone> messageToneProperty() {
        return actions.toneProperty();
    }

    /// Whether an action runs.
    public ReadOnlyBooleanProperty busyProperty() {
        return actions.busyProperty();
    }

    /// Takes over the server's path, unless another one was typed here.
    public void follow(String serverPath) {
        if (path.get().equals(followed)) {
            path.set(serverPath);
        }
        followed = serverPath;
    }

    /// Makes the file as the draft says.
    public void apply() {
        SocketFile file = file();
        Draft wanted = draft.draft();
        if (file != null && wanted != null) {
            actions.run(() -> work.apply(file, wanted), this::settle);
        }
    }

    /// The same, made by root through polkit.
    public void applyElevated() {
        SocketFile file = file();
        Draft wanted = draft.draft();
        if (file != null && wanted != null) {
            actions.run(() -> work.applyElevated(file, wanted), this::settle);
        }
    }

    /// Whether polkit can be asked.
    public boolean canElevate() {
        return work.canElevate();
    }

    /// Removes the socket file when it is stale.
    public void removeStale() {
        SocketFile file = file();
        if (file != null && isStale()) {
            actions.run(() -> work.removeStale(file), this::lookAgain);
        }
    }

    /// Makes the directories that are missing on the way.
    public void makeDirectories() {
        SocketFile file = file();
        if (file != null) {
            actions.run(() -> work.makeDirectories(file), this::lookAgain);
        }
    }

    /// Connects really and closes at once.
    public void tryIt() {
        SocketFile file = file();
        if (file != null) {
            FileQuery query = query();
            actions.run(() -> work.tryIt(query, file), this::lookAgain);
        }
    }

    /// Why [#tryIt] cannot be asked for now, or empty.
    public String objectionToTrying() {
        return query().isForThisProcess() || work.canTryAsOthers()
                ? ""
                : "Only root can try as somebody else: the verdict is what the rules say.";
    }

    /// Whether a socket file stands there with nobody behind it.
    public boolean isStale() {
        SocketFile file = file();
        return file != null && file.occupant() instanceof Occupant.SocketNode socket && socket.bound() == null;
    }

    /// The first directory that is missing on the way, or empty.
    public String missingDirectory() {
        SocketFile file = file();
        return file == null ? "" : DirectoryMaker.firstMissing(file.walk());
    }

    /// The commands that make the file as the fields say, one a line; empty without a file.
    public String shellCommand() {
        SocketFile file = file();
        if (file == null || file.node() == null) {
            return "";
        }
        PathBytes absolute = file.walk().absolute();
        if (isStale() && draft.draft() == null) {
            return ShellCommand.remove(absolute);
        }
        Draft wanted = draft.asTyped();
        String chmod = ShellCommand.chmod(absolute, wanted.permissions());
        boolean sameOwner = wanted.owner().equals(file.owner()) && wanted.group().equals(file.group());
        return sameOwner ? chmod : ShellCommand.chown(absolute, wanted.owner(), wanted.group()) + "\n" + chmod;
    }

    private @Nullable SocketFile file() {
        FileReport latest = report.get();
        return latest == null ? null : latest.file();
    }

    private FileQuery query() {
        return new FileQuery(PathBytes.of(path.get()), who.get(), question.get(), draft.draft());
    }

    private void settle() {
        if (actions.toneProperty().get() == Tone.SUCCESS) {
            draft.revert();
        }
        lookAgain();
    }

    private void lookAgain() {
        looked = null;
    }

    /// Looks again when it is time, in the background; once a pulse.
    public void refresh() {
        FileQuery wanted = query();
        boolean due = System.nanoTime() - lookedAt >= LOOK_NANOS || !wanted.equals(looked);
        if (looking || !due) {
            return;
        }
        looking = true;
        lookedAt = System.nanoTime();
        looked = wanted;
        background.execute(() -> {
            FileReport seen = wanted.path().length() == 0 ? null : look.look(wanted);
            fx.execute(() -> show(wanted, seen));
        });
    }

    private void show(FileQuery wanted, @Nullable FileReport seen) {
        looking = false;
        if (!wanted.path().equals(PathBytes.of(path.get()))) {
            return;
        }
        draft.show(seen == null ? null : seen.file());
        report.set(seen);
        FileNode node = seen == null ? null : seen.file().node();
        String meter = wanted.path().length() + " of " + PathCheck.MOST_BYTES + " bytes";
        facts.set(node == null ? meter : "inode " + node.status().inode() + " · " + meter);
    }
}
