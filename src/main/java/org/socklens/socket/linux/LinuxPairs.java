package org.socklens.socket.linux;

import java.util.ArrayList;
import java.util.List;
import org.socklens.posix.CallTrace;
import org.socklens.posix.Caller;
import org.socklens.posix.ChildCalls;
import org.socklens.posix.DiagnosedSocket;
import org.socklens.posix.MessageCalls;
import org.socklens.posix.PairCalls;
import org.socklens.posix.SocketDiagnosisCalls;
import org.socklens.posix.SpawnCalls;
import org.socklens.socket.ChildProcess;
import org.socklens.socket.Connection;
import org.socklens.socket.HeldEnd;
import org.socklens.socket.PairSettings;
import org.socklens.socket.Pairs;
import org.socklens.socket.SocketFailure;
import org.socklens.socket.SocketPair;
import org.socklens.socket.SocketType;

/// Makes pairs by `socketpair` and children by `posix_spawn`. Ends may be blocking ones, on which no call waits all the
/// same: the loop serves others too.
final class LinuxPairs implements Pairs {
    private static final int LAST_STANDARD_STREAM = 2;

    private final EpollPoller poller;
    private final Kernel kernel;
    private final PairCalls pairs;
    private final SpawnCalls spawns;
    private final ChildCalls children;
    /// Asked several times a second, so not told to the trace.
    private final SocketDiagnosisCalls diagnosis;

    LinuxPairs(EpollPoller poller, Caller caller) {
        this.poller = poller;
        kernel = new Kernel(caller, MessageCalls.neverWaiting(caller));
        pairs = new PairCalls(caller);
        spawns = new SpawnCalls(caller);
        children = new ChildCalls(caller);
        diagnosis = new SocketDiagnosisCalls(new Caller(CallTrace.discarding(), caller.actor()));
    }

    @Override
    public SocketPair open(PairSettings settings) throws SocketFailure {
        int flags = (settings.closeOnExec() ? PairCalls.SOCK_CLOEXEC : 0)
                | (settings.nonBlocking() ? PairCalls.SOCK_NONBLOCK : 0);
        kernel.checked("socketpair", pairs.socketpair(settings.type().number(), flags, settings.protocol()));
        int second = pairs.second();
        Connection first;
        try {
            first = inherited(pairs.first(), settings.type());
        } catch (SocketFailure failure) {
            kernel.sockets.close(second);
            throw failure;
        }
        try {
            return new SocketPair(first, inherited(second, settings.type()));
        } catch (SocketFailure failure) {
            first.close();
            throw failure;
        }
    }

    @Override
    public Connection inherited(int descriptor, SocketType type) throws SocketFailure {
        return LinuxConnection.open(poller, kernel, descriptor, type, null);
    }

    @Override
    public ChildProcess spawn(List<String> command, List<Connection> given, List<Connection> left, Runnable ended)
            throws SocketFailure {
        List<Integer> inherited = numbers(given);
        List<Integer> keptBack = new ArrayList<>(ProcessDescriptors.ofThisProcess());
        keptBack.removeAll(inherited);
        keptBack.removeAll(numbers(left));
        keptBack.removeIf(descriptor -> descriptor <= LAST_STANDARD_STREAM);
        List<byte[]> words = command.stream().map(ChildEnvironment::bytes).toList();
        int pid = kernel.checked(
                "posix_spawn", spawns.spawn(words, ChildEnvironment.ofThisProgram(), inherited, keptBack));
        return LinuxChild.watch(poller, kernel, children, pid, ended);
    }

    private static List<Integer> numbers(List<Connection> ends) {
        return ends.stream().map(Connection::descriptor).toList();
    }

    @Override
    public void endWithParent() throws SocketFailure {
        kernel.checked("prctl", children.endWithParent());
    }

    @Override
    public List<HeldEnd> held(int pid, List<Long> inodes) {
        return ProcessDescriptors.sockets(pid, inodes);
    }

    @Override
    public long queued(long inode) {
        return diagnosis.socket(inode).map(DiagnosedSocket::waiting).orElse(-1L);
    }
}
