package org.socklens.ui.pair;

import org.socklens.socket.SocketFailure;

/// Why a pair was not made, and what to do.
final class PairFailureText {
    private PairFailureText() {}

    static String of(SocketFailure failure, String protocol) {
        return failure.getMessage() + ". " + switch (failure.errno().symbol()) {
            case "EPROTONOSUPPORT" ->
                "Unix sockets have no protocol " + protocol.strip() + ": they know 0 and 1, both their own. Type 0.";
            case "EMFILE" -> "This process has as many descriptors open as it may: close connections, or raise ulimit -n.";
            case "ENFILE" -> "The whole machine has as many files open as it may: close programs.";
            case "EAGAIN" -> "No more processes may be started: close programs, or raise ulimit -u.";
            case "ENOENT", "EACCES" ->
                "The program cannot be started anew from where it was started: is it still there and executable?";
            default -> "man 2 " + failure.call() + " lists what it can mean.";
        };
    }
}
