package org.socklens.endpoint;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// What one connection still has to send back: the rest of a chunk, or a message, which may be empty. For the loop's
/// thread.
final class Reply implements AutoCloseable {
    private @Nullable Arena arena;
    private @Nullable MemorySegment left;

    /// Keeps a copy of what is to be sent; nothing waits yet.
    void keep(MemorySegment bytes) {
        Arena own = Arena.ofShared();
        arena = own;
        left = own.allocate(bytes.byteSize()).copyFrom(bytes);
    }

    /// What is still to be sent, or null.
    @Nullable MemorySegment left() {
        return left;
    }

    /// Whether something is still to be sent.
    boolean isWaiting() {
        return left != null;
    }

    /// Keeps only `rest`, which is the end of what waits; frees everything when that is null.
    void keepOnly(@Nullable MemorySegment rest) {
        left = rest;
        if (rest == null) {
            close();
        }
    }

    /// Forgets what was not sent. Twice is fine.
    @Override
    public void close() {
        left = null;
        if (arena != null) {
            arena.close();
            arena = null;
        }
    }
}
