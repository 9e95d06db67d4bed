package org.socklens.endpoint;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// What one connection still has to send back: the rest of a chunk, or a message, which may be empty. Its memory is used
/// again for the next and freed with the connection. For the loop's thread.
final class Reply implements AutoCloseable {
    private @Nullable Arena arena;
    private MemorySegment memory = MemorySegment.NULL;
    private @Nullable MemorySegment left;

    /// Keeps a copy of what is to be sent; nothing waits yet.
    void keep(MemorySegment bytes) {
        if (bytes.byteSize() > memory.byteSize()) {
            close();
            Arena own = Arena.ofConfined();
            arena = own;
            memory = own.allocate(bytes.byteSize());
        }
        left = memory.asSlice(0, bytes.byteSize()).copyFrom(bytes);
    }

    /// What is still to be sent, or null.
    @Nullable MemorySegment left() {
        return left;
    }

    /// Whether something is still to be sent.
    boolean isWaiting() {
        return left != null;
    }

    /// Keeps only `rest`, which is the end of what waits, or nothing when that is null.
    void keepOnly(@Nullable MemorySegment rest) {
        left = rest;
    }

    /// Forgets what was not sent, and frees the memory. Twice is fine.
    @Override
    public void close() {
        left = null;
        memory = MemorySegment.NULL;
        if (arena != null) {
            arena.close();
            arena = null;
        }
    }
}
