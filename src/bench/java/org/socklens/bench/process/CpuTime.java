package org.socklens.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Scanner;

/// What the kernel says of processor time.
public final class CpuTime {
    private static final Path SCHEDSTAT = Path.of("/proc/thread-self/schedstat");

    private CpuTime() {}

    /// Nanoseconds that the calling thread has run so far.
    public static long ofThisThread() {
        try {
            return new Scanner(Files.readString(SCHEDSTAT)).nextLong();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
