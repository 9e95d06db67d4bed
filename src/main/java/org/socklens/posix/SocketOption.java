package org.socklens.posix;

/// Options of level `SOL_SOCKET` (`man 7 socket`, `man 7 unix`). Numbers are those of x86-64 and AArch64.
public enum SocketOption {
    SO_TYPE(3),
    SO_ERROR(4),
    SO_SNDBUF(7),
    SO_RCVBUF(8),
    SO_PASSCRED(16),
    SO_PEERCRED(17),
    SO_TIMESTAMP(29),
    SO_ACCEPTCONN(30);

    final int number;

    SocketOption(int number) {
        this.number = number;
    }
}
