package org.socklens.socket.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.socklens.posix.FileCalls;
import org.socklens.posix.PathText;
import org.socklens.socket.PassedDescriptor;

/// What an open descriptor is, as the kernel tells it (`/proc/self/fd`, `/proc/self/fdinfo`, `statx`).
final class DescriptorFacts {
    private static final int O_ACCMODE = 03;
    private static final int S_IFMT = 0170000;

    private DescriptorFacts() {}

    static PassedDescriptor of(Kernel kernel, int number) {
        String target = target(kernel, number);
        return new PassedDescriptor(number, kind(kernel, number, target), target);
    }

    private static String target(Kernel kernel, int number) {
        byte[] link = ("/proc/self/fd/" + number).getBytes(StandardCharsets.US_ASCII);
        int length = kernel.looks.readLink(FileCalls.AT_FDCWD, link);
        if (length < 0) {
            return "";
        }
        String quoted = PathText.quoted(kernel.looks.linkTarget(length));
        return quoted.substring(1, quoted.length() - 1);
    }

    private static String kind(Kernel kernel, int number, String target) {
        if (kernel.nodeLooks.statx(number) < 0) {
            return "unknown";
        }
        int access = access(number);
        return switch (kernel.nodeLooks.status().mode() & S_IFMT) {
            case 0140000 -> "socket";
            case 0100000 -> "regular file" + rights(access);
            case 0060000 -> "block device" + rights(access);
            case 0040000 -> "directory";
            case 0020000 -> "character device" + rights(access);
            case 0010000 -> target.startsWith("pipe:") ? "pipe" + end(access) : "named pipe" + rights(access);
            default -> target.startsWith("anon_inode:") ? target.substring("anon_inode:".length()) : "unknown";
        };
    }

    private static String rights(int access) {
        return switch (access) {
            case 0 -> ", read only";
            case 1 -> ", write only";
            case 2 -> ", read and write";
            default -> "";
        };
    }

    private static String end(int access) {
        return switch (access) {
            case 0 -> ", read end";
            case 1 -> ", write end";
            default -> "";
        };
    }

    /// How it was opened: 0 to read, 1 to write, 2 both; -1 when that cannot be read.
    private static int access(int number) {
        try {
            return Files.readString(Path.of("/proc/self/fdinfo", Integer.toString(number)))
                    .lines()
                    .filter(line -> line.startsWith("flags:"))
                    .map(line -> Integer.parseInt(line.substring("flags:".length()).strip(), 8) & O_ACCMODE)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException unreadable) {
            return -1;
        }
    }
}
