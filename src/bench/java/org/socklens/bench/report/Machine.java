package org.socklens.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the figures were measured on.
public record Machine(int cores, String processor, String kernel, long memoryBytes, String java, String load) {
    /// This machine.
    public static Machine here() throws IOException {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                field(Path.of("/proc/cpuinfo"), "model name"),
                Files.readString(Path.of("/proc/sys/kernel/osrelease")).strip(),
                Long.parseLong(field(Path.of("/proc/meminfo"), "MemTotal").replace(" kB", "")) * 1024,
                Runtime.version().toString(),
                Files.readString(Path.of("/proc/loadavg")).substring(0, 4));
    }

    /// In one line.
    public String text() {
        return "%d cores of %s, %d GiB, Linux %s, Java %s; load average at the start %s"
                .formatted(cores, processor, Math.round(memoryBytes / (double) (1 << 30)), kernel, java, load);
    }

    private static String field(Path file, String name) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }
}
