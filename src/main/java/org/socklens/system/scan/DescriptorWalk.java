package org.socklens.system.scan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
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

    /// @param root where the proc file system is mounted
    DescriptorWalk(Caller caller, String root) {
        this.proc = new ProcCalls(caller);
        this.root = bytes(root);
    }

    /// Finds the holders of the sockets that are wanted.
    Result walk(LongPredicate wanted) {
        int directory = proc.openDirectory(FileCalls.AT_FDCWD, root);
        if (directory < 0) {
            return new Result(Map.of(), 0, true);
        }
        Map<Long, List<Holder>> holders = new HashMap<>();
        int closed = 0;
        for (int pid : processes(directory)) {
            closed += look(directory, pid, wanted, holders) == NOT_ALLOWED ? 1 : 0;
        }
        boolean hidden = proc.statOwner(directory, FIRST_PROCESS) < 0;
        proc.close(directory);
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
    private int look(int directory, int pid, LongPredicate wanted, Map<Long, List<Holder>> holders) {
        int process = proc.openDirectory(directory, bytes(Integer.toString(pid)));
        if (process < 0) {
            return process;
        }
        int descriptors = proc.openDirectory(process, FD);
        if (descriptors >= 0) {
            Found found = find(descriptors, wanted);
            proc.close(descriptors);
            MachineProcess holder = found.isEmpty() ? null : process(process, pid);
            if (holder != null) {
                found.tell(holder, holders);
            }
        }
        proc.close(process);
        return Math.min(0, descriptors);
    }

    private Found find(int descriptors, LongPredicate wanted) {
        Found found = new Found();
        while (proc.list(descriptors) > 0) {
            while (proc.next()) {
                int fd = proc.number();
                long socket = fd < 0 ? -1 : proc.socket(descriptors);
                if (socket >= 0 && wanted.test(socket)) {
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
        private final List<Integer> fds = new ArrayList<>();
        private final List<Long> sockets = new ArrayList<>();

        void add(int fd, long socket) {
            fds.add(fd);
            sockets.add(socket);
        }

        boolean isEmpty() {
            return fds.isEmpty();
        }

        void tell(MachineProcess process, Map<Long, List<Holder>> holders) {
            for (int i = 0; i < fds.size(); i++) {
                holders.computeIfAbsent(sockets.get(i), _ -> new ArrayList<>(1)).add(new Holder(process, fds.get(i)));
            }
        }
    }
}
