package org.socklens.access.occupant;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.socklens.access.account.Accounts;
import org.socklens.posix.CallTrace;
import org.socklens.posix.Caller;

/// Looks at a path again and again without filling the trace: a look is told only when it sees something new.
///
/// Each look is first made where nobody reads of it; when it differs from the one before, it is made once more in the
/// open. Not thread-safe: one instance a thread.
public final class FileWatch {
    private final SocketFiles quiet;
    private final SocketFiles told;
    private byte @Nullable [] path;
    private @Nullable SocketFile latest;

    /// Looks that see something new are told to the trace of `caller`.
    public FileWatch(Caller caller, Accounts accounts) {
        this.quiet = new SocketFiles(new Caller(CallTrace.discarding(), caller.actor()), accounts);
        this.told = new SocketFiles(caller, accounts);
    }

    /// What stands at a path now: the very object of the last time while nothing has changed.
    public SocketFile look(byte[] wanted) {
        SocketFile before = latest;
        if (before != null && Arrays.equals(wanted, path) && quiet.look(wanted).looksLike(before)) {
            return before;
        }
        SocketFile now = told.look(wanted);
        path = wanted.clone();
        latest = now;
        return now;
    }
}
