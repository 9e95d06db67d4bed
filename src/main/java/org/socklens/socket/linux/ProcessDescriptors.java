package org.socklens.socket.linux;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.socklens.socket.HeldEnd;

/// The open descriptors of a process, from `/proc/PID/fd` and `/proc/PID/fdinfo` (`man 5 proc`).
final class ProcessDescriptors {
    private static final Path PROC = Path.of("/proc");
    private static final String FLAGS = "flags:";
    private static final int OCTAL = 8;
    private static final long O_NONBLOCK = 0x800;
    private static final long O_CLOEXEC = 0x80000;

    private ProcessDescriptors() {}

    /// Every descriptor of this process.
    static List<Integer> ofThisProcess() {
        return numbers(PROC.resolve("self"));
    }

    /// Those that are sockets with one of these inodes, by number; none when the process has ended or may not be looked
    /// at.
    static List<HeldEnd> sockets(int pid, List<Long> inodes) {
        Path process = PROC.resolve(Integer.toString(pid));
        List<HeldEnd> sockets = new ArrayList<>();
        for (int number : numbers(process)) {
            String descriptor = Integer.toString(number);
            try {
                long inode = SocketInode.in(Files.readSymbolicLink(process.resolve("fd").resolve(descriptor))
                        .toString());
                if (inodes.contains(inode)) {
                    long flags = flags(process.resolve("fdinfo").resolve(descriptor));
                    sockets.add(new HeldEnd(number, inode, (flags & O_CLOEXEC) != 0, (flags & O_NONBLOCK) != 0));
                }
            } catch (IOException _) {
                // Closed meanwhile.
            }
        }
        return sockets;
    }

    private static List<Integer> numbers(Path process) {
        List<Integer> numbers = new ArrayList<>();
        try (DirectoryStream<Path> open = Files.newDirectoryStream(process.resolve("fd"))) {
            open.forEach(descriptor -> numbers.add(Integer.parseInt(descriptor.getFileName().toString())));
        } catch (IOException _) {
            return List.of();
        }
        numbers.sort(Comparator.naturalOrder());
        return numbers;
    }

    private static long flags(Path fdinfo) throws IOException {
        return Files.readAllLines(fdinfo).stream()
                .filter(line -> line.startsWith(FLAGS))
                .mapToLong(line -> Long.parseLong(line.substring(FLAGS.length()).strip(), OCTAL))
                .findFirst()
                .orElse(0);
    }
}
