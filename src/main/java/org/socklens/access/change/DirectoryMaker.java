package org.socklens.access.change;

import java.util.List;
import org.socklens.access.account.Accounts;
import org.socklens.access.account.Identity;
import org.socklens.access.path.PathBytes;
import org.socklens.access.path.PathWalk;
import org.socklens.access.path.PathWalker;
import org.socklens.access.verdict.Judge;
import org.socklens.access.verdict.KernelSettings;
import org.socklens.access.verdict.Question;
import org.socklens.access.verdict.Verdict;
import org.socklens.access.verdict.VerdictText;
import org.socklens.posix.Caller;
import org.socklens.posix.Errno;
import org.socklens.posix.FileCalls;

/// Makes the directories that are missing on the way to a socket file; what the umask leaves of 0777 is their mode.
///
/// Not thread-safe: one instance a thread, on that thread's [Caller]; not for the FX thread.
public final class DirectoryMaker {
    private final PathWalker walker;
    private final FileCalls files;
    private final Accounts accounts;
    private final Judge judge = new Judge(KernelSettings.read());

    /// Calls made here are told to the trace of `caller`.
    public DirectoryMaker(Caller caller, Accounts accounts) {
        walker = new PathWalker(caller);
        files = new FileCalls(caller);
        this.accounts = accounts;
    }

    /// The directory that a path lacks first; empty text when it lacks none or something else stops the walk.
    public static String firstMissing(PathWalk walk) {
        boolean missing = Errno.ENOENT.equals(walk.error()) && walk.named() == null;
        return missing ? walk.last().path().text() : "";
    }

    /// Makes every directory that is missing before the last name of `path`; what was made already stays when the
    /// kernel refuses the next. Returns why it refused, or empty text.
    public String make(byte[] path) {
        List<PathBytes> names = PathBytes.of(path).components();
        for (int i = 0; i < names.size(); i++) {
            PathWalk walk = walker.walk(path);
            if (firstMissing(walk).isEmpty()) {
                return "";
            }
            PathBytes next = walk.last().path();
            int result = files.makeDirectory(FileCalls.AT_FDCWD, next.toByteArray());
            if (result < 0 && Errno.EEXIST.number() != -result) {
                return refused(next, Errno.of(-result));
            }
        }
        return "";
    }

    private String refused(PathBytes directory, Errno errno) {
        PathWalk walk = walker.walk(directory.toByteArray());
        Verdict verdict = judge.judge(Question.BIND, walk, Identity.ofThisProcess(accounts));
        String reason = verdict instanceof Verdict.Refused refused && refused.errno().equals(errno)
                ? new VerdictText(accounts, judge).culprit(refused)
                : directory.text() + " was not made.";
        return VerdictText.head("mkdir", errno) + reason;
    }
}
