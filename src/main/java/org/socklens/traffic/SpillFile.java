package org.socklens.traffic;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A temporary file without a name: nobody else can open it, and it vanishes with the process however that ends.
///
/// Written by one thread through a channel. Read by any thread through its own descriptor, because an interrupt of a
/// reading thread would close a channel for everyone.
final class SpillFile implements AutoCloseable {
    private final FileChannel channel;
    private final RandomAccessFile reader;

    private SpillFile(FileChannel channel, RandomAccessFile reader) {
        this.channel = channel;
        this.reader = reader;
    }

    /// Makes the file with mode 0600 in /var/tmp, which unlike /tmp is not often in memory, else in `java.io.tmpdir`.
    static SpillFile create() throws IOException {
        Path varTmp = Path.of("/var/tmp");
        Path directory = Files.isWritable(varTmp) ? varTmp : Path.of(System.getProperty("java.io.tmpdir"));
        Path path = Files.createTempFile(directory, "socklens-", ".spill");
        try {
            return unlinked(path);
        } finally {
            Files.deleteIfExists(path);
        }
    }

    private static SpillFile unlinked(Path path) throws IOException {
        RandomAccessFile reader = new RandomAccessFile(path.toFile(), "r");
        try {
            return new SpillFile(FileChannel.open(path, StandardOpenOption.WRITE), reader);
        } catch (IOException failure) {
            reader.close();
            throw failure;
        }
    }

    void write(int slot, MemorySegment page) throws IOException {
        ByteBuffer source = page.asByteBuffer();
        long start = (long) slot * Page.BYTES;
        while (source.hasRemaining()) {
            channel.write(source, start + source.position());
        }
    }

    void read(int slot, int offset, byte[] target, int at, int length) throws IOException {
        synchronized (reader) {
            reader.seek((long) slot * Page.BYTES + offset);
            reader.readFully(target, at, length);
        }
    }

    /// Gives the space back.
    void empty() throws IOException {
        channel.truncate(0);
    }

    /// Closes both descriptors. Nothing is left to be saved, so a failure here has nobody to tell.
    @Override
    public void close() {
        try (channel;
                reader) {
            channel.truncate(0);
        } catch (IOException nothingToSave) {
            return;
        }
    }
}
