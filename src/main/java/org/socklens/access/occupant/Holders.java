package org.socklens.access.occupant;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Finds the processes that have a socket open, by reading `/proc/PID/fd`. Other users' processes stay unseen unless
/// root looks. Takes a while on a machine with many processes.
final class Holders {
    private static final Path PROC = Path.of("/proc");
    private static final String PROCESSES = "[0-9]*";

    private Holders() {}

    /// Those that hold the socket with this inode, in order of their numbers.
    static List<Holder> of(long socketInode) {
        String wanted = "socket:[" + socketInode + "]";
        List<Holder> holders = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, PROCESSES)) {
            for (Path process : processes) {
                if (holds(process, wanted)) {
                    holders.add(new Holder(Integer.parseInt(process.getFileName().toString()), program(process)));
                }
            }
        } catch (IOException noProc) {
            return List.of();
        }
        holders.sort((one, two) -> Integer.compare(one.pid(), two.pid()));
        return List.copyOf(holders);
    }

    private static boolean holds(Path process, String wanted) {
        try (DirectoryStream<Path> open = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path fd : open) {
                if (leadsTo(fd, wanted)) {
                    return true;
                }
            }
            return false;
        } catch (IOException hiddenOrGone) {
            return false;
        }
    }

    private static boolean leadsTo(Path fd, String wanted) {
        try {
            return Files.readSymbolicLink(fd).toString().equals(wanted);
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    private static String program(Path process) {
        try {
            return Files.readString(process.resolve("comm")).strip();
        } catch (IOException gone) {
            return "a process that has ended";
        }
    }
}
