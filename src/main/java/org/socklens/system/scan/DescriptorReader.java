package org.socklens.system.scan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.socklens.posix.Caller;
import org.socklens.posix.Errno;
import org.socklens.posix.ProcCalls;
import org.socklens.system.Holder;
import org.socklens.system.MachineProcess;

/// Reads the descriptors of one process after the other; several readers share the processes of a look, each on a thread
/// of its own.
final class DescriptorReader {
    private static final byte[] FD = bytes("fd");
    private static final byte[] HERE = bytes(".");
    private static final byte[] STAT = bytes("stat");
    private static final int NOT_ALLOWED = -Errno.EACCES.number();
    private static final Comparator<Holder> BY_PROCESS = Comparator.<Holder>comparingInt(holder -> holder.process().pid())
            .thenComparingInt(Holder::fd);

    private final ProcCalls proc;
    private int mostHeld;

    DescriptorReader(Caller caller) {
        proc = new ProcCalls(caller);
    }

    /// What one reader saw.
    ///
    /// @param holders of each socket, in order of pid and descriptor
    /// @param closed how many processes did not let this one look
    record Seen(Map<Long, List<Holder>> holders, int closed) {
        /// What two readers saw, together.
        Seen and(Seen other) {
            Map<Long, List<Holder>> more = holders.size() < other.holders.size() ? holders : other.holders;
            Map<Long, List<Holder>> all = more == holders ? other.holders : holders;
            more.forEach((socket, held) -> all.merge(socket, held, DescriptorReader::joined));
            return new Seen(all, closed + other.closed);
        }
    }

    /// Takes processes until none is left.
    ///
    /// @param directory a descriptor of the proc file system
    /// @param next the place in `pids` of the next process that nobody has taken
    Seen read(int directory, int[] pids, AtomicInteger next) {
        Map<Long, List<Holder>> holders = HashMap.newHashMap(mostHeld);
        int closed = 0;
        for (int at = next.getAndIncrement(); at < pids.length; at = next.getAndIncrement()) {
            closed += look(directory, pids[at], holders) == NOT_ALLOWED ? 1 : 0;
        }
        mostHeld = Math.max(mostHeld, holders.size());
        return new Seen(holders, closed);
    }

    /// Looks into one process: 0, or minus errno; one that has ended is none any more.
    private int look(int directory, int pid, Map<Long, List<Holder>> holders) {
        int process = proc.openDirectory(directory, bytes(Integer.toString(pid)));
        if (process < 0) {
            return process;
        }
        int descriptors = proc.openDirectory(process, FD);
        if (descriptors >= 0) {
            Found found = find(descriptors);
            proc.close(descriptors);
            MachineProcess holder = found.isEmpty() ? null : process(process, pid);
            if (holder != null) {
                found.tell(holder, holders);
            }
        }
        proc.close(process);
        return Math.min(0, descriptors);
    }

    private Found find(int descriptors) {
        Found found = new Found();
        while (proc.list(descriptors) > 0) {
            while (proc.next()) {
                int fd = proc.number();
                long socket = fd < 0 ? -1 : proc.socket(descriptors);
                if (socket >= 0) {
                    found.add(fd, socket);
                }
            }
        }
        return found;
    }

    /// Null when it has ended meanwhile.
    private @Nullable MachineProcess process(int directory, int pid) {
        int length = proc.read(directory, STAT);
        if (length < 0 || proc.statOwner(directory, HERE) < 0) {
            return null;
        }
        ProcessStat stat = ProcessStat.read(proc.content(length));
        return new MachineProcess(pid, stat.program(), proc.owner(), stat.started());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// The sockets of one process, before it is known which process that is.
    private static final class Found {
        private int[] fds = new int[16];
        private long[] sockets = new long[16];
        private int count;

        void add(int fd, long socket) {
            if (count == fds.length) {
                fds = Arrays.copyOf(fds, 2 * count);
                sockets = Arrays.copyOf(sockets, 2 * count);
            }
            fds[count] = fd;
            sockets[count++] = socket;
        }

        boolean isEmpty() {
            return count == 0;
        }

        /// Most sockets have one holder.
        void tell(MachineProcess process, Map<Long, List<Holder>> holders) {
            for (int i = 0; i < count; i++) {
                Holder holder = new Holder(process, fds[i]);
                holders.merge(sockets[i], List.of(holder), DescriptorReader::joined);
            }
        }
    }

    private static List<Holder> joined(List<Holder> some, List<Holder> more) {
        List<Holder> all = new ArrayList<>(some);
        all.addAll(more);
        all.sort(BY_PROCESS);
        return all;
    }
}
