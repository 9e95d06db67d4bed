package org.socklens.traffic;

/// How much a transcript may keep. When both are used up the oldest rows are dropped, and counted.
///
/// @param memoryBytes native memory for the newest rows; at least 3 MiB are used whatever is asked for
/// @param fileBytes   space in an unlinked temporary file for older rows; 0 keeps everything in memory
public record Limits(long memoryBytes, long fileBytes, SlowDisk slowDisk) {
    private static final long MIB = 1 << 20;

    /// Checks that no number is negative.
    public Limits {
        if (memoryBytes < 0 || fileBytes < 0) {
            throw new IllegalArgumentException("Limits count bytes and cannot be negative.");
        }
    }

    /// Limits under which a slow disk holds the writer up.
    public Limits(long memoryBytes, long fileBytes) {
        this(memoryBytes, fileBytes, SlowDisk.HOLDS_WRITER_UP);
    }

    /// For recording what must not be slowed: 64 MiB of memory and 4 GiB of file, about 65 million chunks of 16 bytes.
    public static Limits standard() {
        return withFile(4096 * MIB);
    }

    /// As [#standard], with another bound of the file.
    public static Limits withFile(long fileBytes) {
        return new Limits(64 * MIB, fileBytes, SlowDisk.COSTS_OLD_ROWS);
    }
}
