package org.socklens.ui.file;

import java.util.Optional;
import org.socklens.access.account.Accounts;
import org.socklens.access.attempt.Connecting;
import org.socklens.access.change.DirectoryMaker;
import org.socklens.access.change.FileChanger;
import org.socklens.access.change.StaleSocketRemover;
import org.socklens.access.occupant.FileWatch;
import org.socklens.access.verdict.Judge;
import org.socklens.access.verdict.KernelSettings;
import org.socklens.posix.CallTrace;
import org.socklens.posix.Caller;

/// The socket file panel's model without a window: everything runs at once, on the thread of the test.
final class FilePanels {
    private FilePanels() {}

    static FileModel model() {
        return model(new CallTrace());
    }

    static FileModel model(CallTrace trace) {
        Accounts accounts = new Accounts();
        Caller caller = new Caller(trace, "file");
        Judge judge = new Judge(KernelSettings.read());
        return new FileModel(
                new FileLook(new FileWatch(caller, accounts), accounts, judge),
                new FileWork(
                        accounts,
                        judge,
                        new FileChanger(caller, accounts),
                        Optional.empty(),
                        new DirectoryMaker(caller, accounts),
                        new StaleSocketRemover(caller, accounts),
                        new Connecting(caller)),
                Runnable::run,
                Runnable::run);
    }
}
