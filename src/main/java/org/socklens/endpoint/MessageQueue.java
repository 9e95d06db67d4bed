package org.socklens.endpoint;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// Messages that wait to be sent, each whole: only the oldest is in native memory.
final class MessageQueue implements SendQueue {
    private final ArrayDeque<byte[]> messages = new ArrayDeque<>();
    private @Nullable Arena arena;
    private MemorySegment head = MemorySegment.NULL;
    private long bytes;

    @Override
    public void add(byte[] message) {
        messages.add(message);
        bytes += message.length;
    }

    @Override
    public boolean isEmpty() {
        return messages.isEmpty();
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public MemorySegment head() {
        if (arena == null) {
            byte[] message = messages.element();
            arena = Arena.ofShared();
            head = arena.allocate(message.length);
            MemorySegment.copy(message, 0, head, JAVA_BYTE, 0, message.length);
        }
        return head;
    }

    /// A message goes whole, so the oldest is done with.
    @Override
    public void taken(int count) {
        bytes -= messages.remove().length;
        freeHead();
    }

    @Override
    public long clear() {
        long given = bytes;
        messages.clear();
        bytes = 0;
        freeHead();
        return given;
    }

    @Override
    public void close() {
        clear();
    }

    private void freeHead() {
        if (arena != null) {
            arena.close();
            arena = null;
            head = MemorySegment.NULL;
        }
    }
}
