package org.socklens.ui.file;

import org.socklens.access.account.Accounts;
import org.socklens.access.account.Identity;
import org.socklens.access.occupant.FileWatch;
import org.socklens.access.occupant.SocketFile;
import org.socklens.access.verdict.Judge;
import org.socklens.access.verdict.Question;
import org.socklens.access.verdict.Verdict;
import org.socklens.access.verdict.VerdictText;

/// Looks at a path again and again for the panel. It may block, and one look runs at a time.
public final class FileLook {
    private final FileWatch watch;
    private final Accounts accounts;
    private final Judge judge;
    private final VerdictText words;

    /// Looks through `watch`, answers for this process.
    public FileLook(FileWatch watch, Accounts accounts, Judge judge) {
        this.watch = watch;
        this.accounts = accounts;
        this.judge = judge;
        words = new VerdictText(accounts, judge);
    }

    synchronized FileReport look(byte[] path) {
        SocketFile file = watch.look(path);
        Verdict verdict = judge.judge(Question.CONNECT, file.walk(), Identity.ofThisProcess(accounts));
        return new FileReport(file, verdict, words.headline(verdict), words.reason(verdict));
    }
}
