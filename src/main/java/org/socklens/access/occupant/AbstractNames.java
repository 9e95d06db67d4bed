package org.socklens.access.occupant;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The abstract names of this network namespace, as `/proc/net/unix` lists them (`man 5 proc_net`). Every NUL of a
/// name is written there as '@', so names that differ in nothing else are found together.
final class AbstractNames {
    private static final Path LIST = Path.of("/proc/net/unix");
    private static final int INODE_FIELD = 6;

    private AbstractNames() {}

    /// The numbers of the sockets that have this name; empty when none has or the list cannot be read.
    static List<Long> inodes(byte[] name) {
        String wanted = "@" + new String(name, StandardCharsets.ISO_8859_1).replace('\0', '@');
        try {
            return new String(Files.readAllBytes(LIST), StandardCharsets.ISO_8859_1)
                    .lines()
                    .skip(1)
                    .map(line -> line.strip().split("\\s+", INODE_FIELD + 2))
                    .filter(fields -> fields.length == INODE_FIELD + 2 && fields[INODE_FIELD + 1].equals(wanted))
                    .map(fields -> Long.valueOf(fields[INODE_FIELD]))
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
