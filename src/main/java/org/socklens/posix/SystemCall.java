package org.socklens.posix;

import org.jspecify.annotations.Nullable;

/// The system calls that Socklens makes, each with the way a classroom would write it.
///
/// In the arguments `{fd}` stands for the descriptor, `{a}` and `{b}` for numbers, `{what}` for text such as a path.
public enum SystemCall {
    SOCKET(Family.SOCKETS, "socket", "{what}"),
    SOCKETPAIR(Family.SOCKETS, "socketpair", "{what}, [{a}, {b}]"),
    BIND(Family.SOCKETS, "bind", "{fd}, {what}, {a}"),
    LISTEN(Family.SOCKETS, "listen", "{fd}, {a}"),
    ACCEPT4(Family.SOCKETS, "accept4", "{fd}, NULL, NULL, SOCK_CLOEXEC|SOCK_NONBLOCK"),
    CONNECT(Family.SOCKETS, "connect", "{fd}, {what}, {a}"),
    RECVMSG(Family.SOCKETS, "recvmsg", "{fd}, {a} bytes, {what}"),
    SENDMSG(Family.SOCKETS, "sendmsg", "{fd}, {what}{a} bytes, MSG_NOSIGNAL"),
    SENDMSG_DONTWAIT(Family.SOCKETS, "sendmsg", "{fd}, {what}{a} bytes, MSG_NOSIGNAL|MSG_DONTWAIT"),
    SEND(Family.SOCKETS, "send", "{fd}, {what}, {a}, 0"),
    RECV(Family.SOCKETS, "recv", "{fd}, {a} bytes, 0"),
    SHUTDOWN(Family.SOCKETS, "shutdown", "{fd}, {what}"),
    GETSOCKNAME(Family.SOCKETS, "getsockname", "{fd}"),
    GETSOCKOPT(Family.SOCKETS, "getsockopt", "{fd}, SOL_SOCKET, {what}"),
    SETSOCKOPT(Family.SOCKETS, "setsockopt", "{fd}, SOL_SOCKET, {what}, {a}"),
    CLOSE(Family.SOCKETS, "close", "{fd}"),
    POSIX_SPAWN(Family.PROCESSES, "posix_spawn", "{what}"),
    PIDFD_OPEN(Family.PROCESSES, "pidfd_open", "{a}, 0"),
    KILL(Family.PROCESSES, "kill", "{a}, {what}"),
    WAITPID(Family.PROCESSES, "waitpid", "{a}, {what}"),
    PRCTL(Family.PROCESSES, "prctl", "{what}"),
    IOCTL(Family.SOCKETS, "ioctl", "{fd}, {what}"),
    OPENAT(Family.FILES, "openat", "{fd}, {what}"),
    STATX(Family.FILES, "statx", "{fd}, {what}"),
    CLOSE_FILE(Family.FILES, "close", "{fd}"),
    PIPE2(Family.FILES, "pipe2", "[{a}, {b}], O_CLOEXEC"),
    READ_FILE(Family.FILES, "read", "{fd}, {a} bytes"),
    WRITE_FILE(Family.FILES, "write", "{fd}, {a} bytes"),
    READLINKAT(Family.FILES, "readlinkat", "{fd}, {what}"),
    UNLINKAT(Family.FILES, "unlinkat", "{fd}, {what}, 0"),
    MKDIRAT(Family.FILES, "mkdirat", "{fd}, {what}"),
    FSTATFS(Family.FILES, "fstatfs", "{fd}"),
    GETXATTR(Family.FILES, "getxattr", "{what}"),
    CHMOD(Family.FILES, "chmod", "{what}"),
    FCHMOD(Family.FILES, "fchmod", "{fd}, {what}"),
    FCHOWNAT(Family.FILES, "fchownat", "{fd}, \"\", {a}, {b}, AT_EMPTY_PATH"),
    EPOLL_CREATE1(Family.LOOP, "epoll_create1", "EPOLL_CLOEXEC"),
    EPOLL_CTL(Family.LOOP, "epoll_ctl", "{a}, {what}, {fd}"),
    EPOLL_WAIT(Family.LOOP, "epoll_wait", "{fd}, events, {a}, {b} ms"),
    POLL(Family.LOOP, "poll", "{fd} for POLLIN, 0 ms"),
    EVENTFD(Family.LOOP, "eventfd", "0, EFD_CLOEXEC|EFD_NONBLOCK"),
    TIMERFD_CREATE(Family.LOOP, "timerfd_create", "CLOCK_MONOTONIC, TFD_CLOEXEC|TFD_NONBLOCK"),
    TIMERFD_SETTIME(Family.LOOP, "timerfd_settime", "{fd}, 0, {a} ns, NULL"),
    READ(Family.LOOP, "read", "{fd}, {a} bytes"),
    WRITE(Family.LOOP, "write", "{fd}, {a} bytes");

    /// What a call is about, for filtering.
    public enum Family {
        /// Sockets: what a program that uses Unix sockets would call.
        SOCKETS,
        /// Processes: starting a child, telling it something by a signal, waiting for its end.
        PROCESSES,
        /// Files and directories: looking at the socket file and removing it.
        FILES,
        /// Waiting for readiness and waking up: the event loop.
        LOOP
    }

    private static final int AT_FDCWD = -100;

    private final Family family;
    private final String function;
    private final String arguments;

    SystemCall(Family family, String function, String arguments) {
        this.family = family;
        this.function = function;
        this.arguments = arguments;
    }

    /// What the call is about.
    public Family family() {
        return family;
    }

    /// The name of the call in lower case, as in `man 2`.
    public String function() {
        return function;
    }

    /// The call and its result, as in `connect(7, {AF_UNIX, "/tmp/x"}, 9) = -1 EACCES (Permission denied)`.
    String text(int fd, long a, long b, @Nullable Object what, long result) {
        String filled = arguments
                .replace("{fd}", fd == AT_FDCWD ? "AT_FDCWD" : Integer.toString(fd))
                .replace("{a}", Long.toString(a))
                .replace("{b}", Long.toString(b))
                .replace("{what}", String.valueOf(what));
        return function + "(" + filled + ") = " + resultText(result);
    }

    private static String resultText(long result) {
        if (result >= 0) {
            return Long.toString(result);
        }
        Errno errno = Errno.of((int) -result);
        return "-1 " + errno.symbol() + " (" + errno.text() + ")";
    }
}
