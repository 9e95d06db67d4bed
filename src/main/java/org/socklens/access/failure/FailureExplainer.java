package org.socklens.access.failure;

import org.socklens.access.account.Accounts;
import org.socklens.access.account.Identity;
import org.socklens.access.occupant.BoundSockets;
import org.socklens.access.occupant.SocketFile;
import org.socklens.access.occupant.SocketFiles;
import org.socklens.access.verdict.Judge;
import org.socklens.access.verdict.KernelSettings;
import org.socklens.access.verdict.Question;
import org.socklens.access.verdict.Verdict;
import org.socklens.access.verdict.VerdictText;
import org.socklens.posix.Caller;
import org.socklens.posix.Errno;

/// Explains why a call of this process on an address failed: it looks there again and names what is at fault.
///
/// Not thread-safe: one instance a thread, on that thread's [Caller]; not for the FX thread.
public final class FailureExplainer {
    private final SocketFiles files;
    private final BoundSockets sockets;
    private final Accounts accounts;
    private final Judge judge;
    private final VerdictText verdicts;

    /// Calls made here are told to the trace of `caller`.
    public FailureExplainer(Caller caller, Accounts accounts) {
        this.files = new SocketFiles(caller, accounts);
        this.sockets = new BoundSockets(caller);
        this.accounts = accounts;
        this.judge = new Judge(KernelSettings.read());
        this.verdicts = new VerdictText(accounts, judge);
    }

    /// The whole sentence: call, errno, culprit, next step.
    ///
    /// @param call the system call that failed: `socket`, `bind`, `listen`, `connect`, `accept4`, `sendmsg` …
    /// @param path the path as it was typed, raw bytes
    public String explain(String call, Errno errno, byte[] path) {
        return explanation(call, errno, path).text();
    }

    /// As [#explain], of a call on an abstract name, which has no file and no mode bits.
    ///
    /// @param type of the socket that made the call: STREAM, DGRAM or SEQPACKET
    /// @param name without the NUL before it
    public String explainAbstract(String call, Errno errno, String type, byte[] name) {
        return new AbstractFailures(type, name, sockets.find(name)).of(call, errno).about(call, errno).text();
    }

    /// As [#explain], in parts, for a panel that shows less at first.
    public Explanation explanation(String call, Errno errno, byte[] path) {
        return explanation(call, errno, path, Identity.ofThisProcess(accounts));
    }

    /// As [#explanation], for a call that somebody else made.
    public Explanation explanation(String call, Errno errno, byte[] path, Identity who) {
        return words(call, errno, files.look(path), who).about(call, errno);
    }

    private Explanation.Words words(String call, Errno errno, SocketFile file, Identity who) {
        return switch (errno.symbol()) {
            case "EADDRINUSE" -> NameFailures.taken(file);
            case "ENOENT" -> NameFailures.missing(call, file);
            case "ENOTDIR" -> NameFailures.notDirectory(file);
            case "ENAMETOOLONG" -> NameFailures.tooLong(file);
            case "ELOOP" -> NameFailures.loop(file);
            case "EACCES" -> denied(call, file, who);
            case "EPERM", "EOPNOTSUPP", "EROFS" -> MountFailures.refused(call, errno, file);
            case "ECONNREFUSED" -> PeerFailures.refused(call, file);
            case "EPROTOTYPE" -> PeerFailures.wrongType(file);
            case "EAGAIN" -> PeerFailures.full(call, file);
            case "ECONNRESET" -> PeerFailures.reset();
            case "EPIPE" -> PeerFailures.closed();
            case "EMFILE", "ENFILE", "ENOBUFS", "ENOMEM" -> LimitFailures.exhausted(errno);
            default -> new Explanation.Words(
                    "It concerns " + file.walk().absolute().text() + ".", "man 2 " + call + " lists what it can mean.");
        };
    }

    private Explanation.Words denied(String call, SocketFile file, Identity who) {
        Verdict verdict = judge.judge(question(call), file.walk(), who);
        return verdict instanceof Verdict.Refused refused && refused.errno().equals(Errno.EACCES)
                ? new Explanation.Words(verdicts.culprit(refused), AccessAdvice.of(refused, accounts))
                : new Explanation.Words(SecurityModule.suspicion(file), SecurityModule.ADVICE);
    }

    private static Question question(String call) {
        return switch (call) {
            case "bind" -> Question.BIND;
            case "unlink", "unlinkat" -> Question.DELETE;
            default -> Question.CONNECT;
        };
    }
}
