package org.socklens.system.scan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.socklens.posix.CallTrace;
import org.socklens.posix.Caller;
import org.socklens.posix.Errno;
import org.socklens.system.Holder;
import org.socklens.system.MachineSocket;
import org.socklens.system.Snapshot;
import org.socklens.system.SocketFile;
import org.socklens.system.Visibility;

/// Looks at every Unix socket of this network namespace and at who holds it. A look makes as many system calls as there
/// are descriptors on the machine and tells none of them to a trace.
///
/// One look at a time, on any thread but the FX thread.
public final class MachineScan {
    private static final String PROC = "/proc";

    private final SocketList preferred;
    private final SocketList fallback;
    private final DescriptorWalk walk;
    private final FileLook files;
    private Set<Long> unheld = new HashSet<>();

    /// Looks at the machine through `/proc` and the kernel's diagnosis.
    public MachineScan() {
        this(quietCaller(), PROC);
    }

    /// Looks through another mount of the proc file system, and so at the processes of its pid namespace.
    MachineScan(Caller caller, String root) {
        this(new DiagnosisList(caller), new DescriptorWalk(root), new FileLook(caller, root));
    }

    MachineScan(SocketList preferred, DescriptorWalk walk, FileLook files) {
        this.preferred = preferred;
        this.fallback = new ProcNetUnix(Path.of(PROC, "net", "unix"));
        this.walk = walk;
        this.files = files;
    }

    static Caller quietCaller() {
        return new Caller(CallTrace.discarding(), "system");
    }

    /// Looks now; takes milliseconds, or tens of them with tens of thousands of descriptors.
    public synchronized Snapshot scan() {
        long began = System.nanoTime();
        Errno refused = null;
        List<FoundSocket> found;
        SocketList list = preferred;
        try {
            found = list.read();
        } catch (ListRefused why) {
            refused = why.errno();
            list = fallback;
            found = readFallback();
        }
        DescriptorWalk.Result walked = walk.walk();
        Visibility visibility = new Visibility(walked.closed(), walked.hidden(), refused);
        List<FoundSocket> alive = withoutClosed(found, walked.holders(), list);
        return new Snapshot(
                describe(alive, walked.holders(), visibility), walked.holders(), visibility, System.nanoTime() - began);
    }

    private List<FoundSocket> readFallback() {
        try {
            return fallback.read();
        } catch (ListRefused neither) {
            return List.of();
        }
    }

    /// A socket may be closed between the kernel's list and the walk: one that nobody holds is listed only when it is
    /// still there afterwards. Those that were unheld before need no second look.
    private List<FoundSocket> withoutClosed(
            List<FoundSocket> found, Map<Long, List<Holder>> holders, SocketList list) {
        Set<Long> nowUnheld = new HashSet<>();
        for (FoundSocket socket : found) {
            if (!holders.containsKey(socket.inode())) {
                nowUnheld.add(socket.inode());
            }
        }
        boolean known = unheld.containsAll(nowUnheld);
        unheld = nowUnheld;
        @Nullable Set<Long> numbers = known ? null : numbers(list);
        if (numbers == null) {
            return found;
        }
        unheld.retainAll(numbers);
        return found.stream()
                .filter(socket -> numbers.contains(socket.inode()) || holders.containsKey(socket.inode()))
                .toList();
    }

    private static @Nullable Set<Long> numbers(SocketList list) {
        try {
            return list.numbers();
        } catch (ListRefused refused) {
            return null;
        }
    }

    private List<MachineSocket> describe(
            List<FoundSocket> found, Map<Long, List<Holder>> holders, Visibility visibility) {
        FlagFinder flags = new FlagFinder(found, visibility.seesAllHolders());
        files.begin();
        List<MachineSocket> sockets = new ArrayList<>(found.size());
        for (FoundSocket socket : found) {
            List<Holder> own = holders.getOrDefault(socket.inode(), List.of());
            SocketFile file = files.look(socket, own);
            sockets.add(new MachineSocket(
                    socket.inode(),
                    socket.type(),
                    socket.state(),
                    socket.address(),
                    socket.uid(),
                    socket.peer(),
                    socket.queues(),
                    file,
                    own,
                    flags.flags(socket, file, own)));
        }
        return sockets;
    }
}
