package org.socklens.endpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;
import org.socklens.posix.Errno;

/// A regular file that is read block by block. For the loop's thread.
final class FileFeed implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final ByteBuffer block;
    private long given;

    private FileFeed(Path file, FileChannel channel, int blockSize) {
        this.file = file;
        this.channel = channel;
        block = ByteBuffer.allocate(blockSize);
    }

    /// Opens a file; anything but a regular one is refused, for reading it might wait for ever.
    static FileFeed open(Path file, int blockSize) throws IOException {
        // Reading the attributes tells better than isRegularFile why a file is out of reach.
        if (!Files.readAttributes(file, BasicFileAttributes.class).isRegularFile()) {
            throw new FileSystemException(file.toString(), null, "not a regular file");
        }
        return new FileFeed(file, FileChannel.open(file, StandardOpenOption.READ), blockSize);
    }

    /// The next bytes, a block at most, or null at the end of the file.
    byte @Nullable [] next() throws IOException {
        block.clear();
        while (block.hasRemaining() && channel.read(block) >= 0) {}
        if (block.position() == 0) {
            return null;
        }
        byte[] bytes = new byte[block.position()];
        block.flip().get(bytes);
        given += bytes.length;
        return bytes;
    }

    /// The file's name without its directories.
    String name() {
        return nameOf(file);
    }

    static String nameOf(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    /// Bytes that [#next] gave so far.
    long given() {
        return given;
    }

    /// Bytes that the file has now.
    long size() throws IOException {
        return channel.size();
    }

    /// What kept a file from being read, in a sentence, with the next step.
    static String words(Path file, IOException failure) {
        return switch (failure) {
            case NoSuchFileException _ -> "open: " + Errno.ENOENT + ". " + file + " does not exist. Choose another file.";
            case AccessDeniedException _ ->
                "open: " + Errno.EACCES + ". This process may not read " + file + ". Choose another file.";
            case FileSystemException other -> file + ": " + other.getReason() + ". Choose another file.";
            default -> file + " could not be read: " + failure.getMessage() + ".";
        };
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
