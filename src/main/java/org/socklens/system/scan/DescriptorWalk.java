package org.socklens.system.scan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.socklens.posix.FileCalls;
import org.socklens.posix.ProcCalls;
import org.socklens.system.Holder;

/// The walk over every descriptor of every process (`/proc/PID/fd`), which is nearly all the time of a look, and so is
/// shared by a few threads. Processes and descriptors may come and go meanwhile: what was read through one descriptor of
/// `/proc/PID` belongs to that very process, even if its pid is used again.
final class DescriptorWalk {
    /// What the walk saw.
    ///
    /// @param holders of each socket, in order of pid and descriptor
    /// @param closed how many processes did not let this one look
    /// @param hidden whether processes are hidden altogether
    record Result(Map<Long, List<Holder>> holders, int closed, boolean hidden) {}

    private static final byte[] FIRST_PROCESS = "1".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_READERS = 4;

    private final ProcCalls proc = new ProcCalls(MachineScan.quietCaller());
    private final byte[] root;
    private final List<DescriptorReader> readers = new ArrayList<>();

    /// @param root where the proc file system is mounted
    DescriptorWalk(String root) {
        this.root = root.getBytes(StandardCharsets.UTF_8);
        int count = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_READERS);
        for (int i = 0; i < count; i++) {
            readers.add(new DescriptorReader(MachineScan.quietCaller()));
        }
    }

    /// Finds the holders of every socket, of whatever family.
    Result walk() {
        int directory = proc.openDirectory(FileCalls.AT_FDCWD, root);
        if (directory < 0) {
            return new Result(Map.of(), 0, true);
        }
        int[] pids = processes(directory);
        AtomicInteger next = new AtomicInteger();
        List<CompletableFuture<DescriptorReader.Seen>> others = readers.subList(1, readers.size()).stream()
                .map(reader -> CompletableFuture.supplyAsync(() -> reader.read(directory, pids, next), DescriptorWalk::start))
                .toList();
        DescriptorReader.Seen seen = readers.getFirst().read(directory, pids, next);
        for (CompletableFuture<DescriptorReader.Seen> other : others) {
            seen = seen.and(other.join());
        }
        boolean hidden = proc.statOwner(directory, FIRST_PROCESS) < 0;
        proc.close(directory);
        return new Result(seen.holders(), seen.closed(), hidden);
    }

    private static void start(Runnable reader) {
        Thread.ofPlatform().daemon().name("walk").start(reader);
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
}
