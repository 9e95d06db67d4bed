package org.socklens.ui.file;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.socklens.access.account.Accounts;
import org.socklens.access.account.Identity;
import org.socklens.access.attempt.Attempt;
import org.socklens.access.attempt.Comparison;
import org.socklens.access.attempt.Connecting;
import org.socklens.access.change.ChangeResult;
import org.socklens.access.change.DirectoryMaker;
import org.socklens.access.change.Elevation;
import org.socklens.access.change.FileChanger;
import org.socklens.access.change.Ownership;
import org.socklens.access.change.Removal;
import org.socklens.access.change.StaleSocketRemover;
import org.socklens.access.occupant.BoundSocket;
import org.socklens.access.occupant.Occupant;
import org.socklens.access.occupant.SocketFile;
import org.socklens.access.path.ModeText;
import org.socklens.access.path.PathCheck;
import org.socklens.access.verdict.Judge;
import org.socklens.access.verdict.Question;
import org.socklens.access.verdict.Verdict;
import org.socklens.posix.FileStatus;

/// What a person does to a path from the panel. Every method may block and acts on the file that was looked at, or on
/// none; one runs at a time.
public final class FileWork {
    private final Accounts accounts;
    private final Judge judge;
    private final FileChanger changer;
    private final Optional<Elevation> elevation;
    private final DirectoryMaker directories;
    private final StaleSocketRemover remover;
    private final Connecting connecting;

    /// @param elevation empty where polkit cannot be asked
    public FileWork(
            Accounts accounts,
            Judge judge,
            FileChanger changer,
            Optional<Elevation> elevation,
            DirectoryMaker directories,
            StaleSocketRemover remover,
            Connecting connecting) {
        this.accounts = accounts;
        this.judge = judge;
        this.changer = changer;
        this.elevation = elevation;
        this.directories = directories;
        this.remover = remover;
        this.connecting = connecting;
    }

    /// Changes owner, group and mode.
    synchronized Outcome apply(SocketFile file, Draft draft) {
        return change(file, draft, changer::apply);
    }

    /// The same, made by root through polkit.
    synchronized Outcome applyElevated(SocketFile file, Draft draft) {
        return elevation.isPresent()
                ? change(file, draft, elevation.get()::apply)
                : new Outcome.Refused("This machine has no pkexec. Copy the command and run it as root.");
    }

    /// Whether [#applyElevated] can ask anybody.
    boolean canElevate() {
        return elevation.isPresent();
    }

    private interface Changer {
        ChangeResult apply(byte[] path, FileStatus seen, Ownership wanted);
    }

    private Outcome change(SocketFile file, Draft draft, Changer changer) {
        if (file.node() == null) {
            return nothingThere(file);
        }
        OptionalInt owner = accounts.uid(draft.owner().strip());
        OptionalInt group = accounts.gid(draft.group().strip());
        if (owner.isEmpty() || group.isEmpty()) {
            String what = owner.isEmpty() ? "user “" + draft.owner() : "group “" + draft.group();
            return new Outcome.Refused("This machine has no " + what.strip() + "”. Nothing was changed.");
        }
        Ownership wanted = new Ownership(owner.getAsInt(), group.getAsInt(), draft.permissions());
        return switch (changer.apply(typed(file), file.node().status(), wanted)) {
            case ChangeResult.Changed(Ownership now, String note) -> new Outcome.Done(("%s is now %s %s:%s. " + note)
                    .formatted(
                            file.walk().absolute().text(),
                            ModeText.octal(now.permissions()),
                            accounts.userName(now.uid()),
                            accounts.groupName(now.gid()))
                    .strip());
            case ChangeResult.Unchanged(String sentence) -> new Outcome.Refused(sentence);
        };
    }

    /// Removes a stale socket file.
    synchronized Outcome removeStale(SocketFile file) {
        if (file.node() == null) {
            return nothingThere(file);
        }
        Removal removal = remover.remove(typed(file), file.node().status());
        return switch (removal) {
            case Removal.Removed _ -> new Outcome.Done(file.walk().absolute().text() + " was stale and is removed.");
            case Removal.Kept(String sentence) -> new Outcome.Refused(sentence);
        };
    }

    /// Makes the directories that are missing on the way.
    synchronized Outcome makeDirectories(SocketFile file) {
        String refused = directories.make(typed(file));
        return refused.isEmpty()
                ? new Outcome.Done("The directory is made: " + file.walk().absolute().parent().text() + ".")
                : new Outcome.Refused(refused);
    }

    /// Connects really, as whoever the query is about, and holds the answer against the verdict.
    synchronized Outcome tryIt(FileQuery query, SocketFile file) {
        Optional<String> problem = PathCheck.problem(typed(file));
        if (problem.isPresent()) {
            return new Outcome.Refused(problem.get());
        }
        Identity self = Identity.ofThisProcess(accounts);
        int type = type(file);
        Attempt attempt = connecting.asThisProcess(self, typed(file), type);
        if (!query.isForThisProcess()) {
            Optional<Identity> who = accounts.typed(query.who().strip());
            if (who.isEmpty()) {
                return new Outcome.Refused("This machine has no account “" + query.who().strip() + "”.");
            }
            attempt = connecting.as(who.get(), typed(file), type);
        }
        Verdict verdict = judge.judge(Question.CONNECT, file.walk(), attempt.who());
        Comparison comparison = Comparison.of(attempt, verdict, file);
        return comparison.agrees()
                ? new Outcome.Done(comparison.sentence())
                : new Outcome.Refused(comparison.sentence());
    }

    /// Whether this process may become somebody else.
    boolean canTryAsOthers() {
        return Identity.isThisProcessRoot();
    }

    /// Accounts to choose from; others can be typed.
    List<String> suggestedAccounts() {
        return accounts.suggestions();
    }

    private static int type(SocketFile file) {
        BoundSocket bound = file.occupant() instanceof Occupant.SocketNode socket ? socket.bound() : null;
        return switch (bound == null ? "STREAM" : bound.type()) {
            case "DGRAM" -> 2;
            case "SEQPACKET" -> 5;
            default -> 1;
        };
    }

    private static Outcome nothingThere(SocketFile file) {
        return new Outcome.Refused("Nothing stands at " + file.walk().absolute().text() + " any more.");
    }

    private static byte[] typed(SocketFile file) {
        return file.walk().typed().toByteArray();
    }
}
