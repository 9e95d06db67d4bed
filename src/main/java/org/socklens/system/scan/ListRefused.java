package org.socklens.system.scan;

import org.socklens.posix.Errno;

/// The kernel does not give a list of sockets to this process.
final class ListRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Errno errno;

    ListRefused(Errno errno) {
        super(errno.toString());
        this.errno = errno;
    }

    Errno errno() {
        return errno;
    }
}
