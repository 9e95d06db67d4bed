package org.socklens.socket;

import java.io.IOException;
import org.socklens.posix.Errno;

/// A system call on a socket was refused.
public final class SocketFailure extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient String call;
    private final transient Errno errno;
    private final transient long callNumber;

    /// @param callNumber the call's number in the trace; 0 when it is not there
    public SocketFailure(String call, Errno errno, long callNumber) {
        super(call + ": " + errno);
        this.call = call;
        this.errno = errno;
        this.callNumber = callNumber;
    }

    /// The name of the call in lower case.
    public String call() {
        return call;
    }

    /// Why the kernel refused.
    public Errno errno() {
        return errno;
    }

    /// The call's number in the trace; 0 when it is not there.
    public long callNumber() {
        return callNumber;
    }
}
