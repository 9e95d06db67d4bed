package org.socklens.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the kernel says of a process's memory.
public final class Memory {
    private Memory() {}

    /// Resident bytes (`VmRSS` of `man 5 proc`).
    public static long resident(long pid) throws IOException {
        String line = Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(text -> text.startsWith("VmRSS:"))
                .findFirst()
                .orElseThrow(() -> new IOException("process " + pid + " has no memory"));
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
    }
}
