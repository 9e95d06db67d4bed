package org.socklens.socket;

import java.util.Optional;
import org.socklens.posix.Signal;
import org.socklens.posix.WaitStatus;

/// A process that this one started and whose end it waits for. For the thread of its [Poller], which must live as long.
public interface ChildProcess extends AutoCloseable {
    /// Its number in the process table.
    int pid();

    /// How it ended; empty while it runs or is stopped. Once told it is gone from the process table.
    Optional<WaitStatus> end();

    /// Whether it was halted by SIGSTOP and not yet continued.
    boolean isStopped();

    /// Sends a signal; does nothing when it has ended.
    void signal(Signal signal);

    /// Kills it and waits until it is gone from the process table. Closing twice is fine.
    @Override
    void close();
}
