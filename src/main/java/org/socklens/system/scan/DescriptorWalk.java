package org.socklens.system.scan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socklens.posix.Caller;
import org.socklens.posix.Errno;
import org.socklens.posix.FileCalls;
import org.socklens.posix.ProcCalls;
import org.socklens.system.Holder;
import org.socklens.system.MachineProcess;

/// The walk over every descriptor of every process (`/proc/PID/fd`), which is nearly all the time of a look. Processes
/// and descriptors may come and go meanwhile: what a number was read from one directory descriptor of `/proc/PID`
/// belongs to that very process, even if its pid is used again.
final class DescriptorWalk {
    /// What the walk saw.
    ///
    /// @param holders of each socket, in order of pid and descriptor
    /// @param closed how many processes did not let this one look
    /// @param hidden whether processes are hidden altogether
    record Result(Map<Long, List<Holder>> holders, int closed, boolean hidden) {}

    private static final byte[] FD = bytes("fd");
    private static final byte[] HERE = bytes(".");
    private static final byte[] STAT = bytes("stat");
    private static final byte[] FIRST_PROCESS = bytes("1");
    private static final int NOT_ALLOWED = -Errno.EACCES.number();

    private final ProcCalls proc;
    private final byte[] root;
    private int mostHeld;

    /// @param root where the proc file system is mounted
    DescriptorWalk(Caller caller, String root) {
        this.proc = new ProcCalls(caller);
        this.root = bytes(root);
    }

    /// Finds the holders of every socket, of whatever family.
    Result walk() {
        int directory = proc.openDirectory(FileCalls.AT_FDCWD, root);
        if (directory < 0) {
            return new Result(Map.of(), 0, true);
        }
        Map<Long, List<Holder>> holders = HashMap.newHashMap(mostHeld);
        int closed = 0;
        for (int pid : processes(directory)) {
            closed += look(directory, pid, holders) == NOT_ALLOWED ? 1 : 0;
        }
        boolean hidden = proc.statOwner(directory, FIRST_PROCESS) < 0;
        proc.close(directory);
        mostHeld = Math.max(mostHeld, holders.size());
        return new Result(holders, closed, hidden);
    }

    private int[] processes(int directory) {
        int[] pids = new int[256];
        int count = 0;
        while (proc.list(directory) > 0) {
            while (proc.next()) {
                int pid = proc.number();
                if (pid > 0) {
                    pids = count == pids.length ? Arrays.copyOf(pids, 2 * count) : pids;
                    pids[count++] = pid;
                }
            }
        }
        return Arrays.copyOf(pids, count);
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
                holders.merge(sockets[i], List.of(holder), DescriptorWalk::joined);
            }
        }
    }

    private static List<Holder> joined(List<Holder> some, List<Holder> more) {
        List<Holder> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
