package org.socklens.posix;

/// How a process ended, as `waitpid` tells it (`man 2 wait`).
public sealed interface WaitStatus {
    /// It returned from `main` or called `exit`.
    record Exited(int status) implements WaitStatus {}

    /// A signal ended it.
    record Killed(int signal) implements WaitStatus {}

    /// Reads the number that `waitpid` filled in for a process that has ended.
    static WaitStatus of(int number) {
        int signal = number & 0x7f;
        return signal == 0 ? new Exited(number >> 8 & 0xff) : new Killed(signal);
    }
}
