package org.socklens.endpoint;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;

/// Bytes of a stream that wait to be sent. Only a window of them is copied to native memory at a time.
final class StreamQueue implements SendQueue {
    private static final int WINDOW_BYTES = 256 * 1024;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment window = arena.allocate(WINDOW_BYTES);
    private final ArrayDeque<byte[]> messages = new ArrayDeque<>();
    private int headFrom;
    private int windowFrom;
    private int windowEnd;
    private long bytes;

    @Override
    public void add(byte[] message) {
        if (message.length > 0) {
            messages.add(message);
            bytes += message.length;
        }
    }

    @Override
    public boolean isEmpty() {
        return bytes == 0;
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public MemorySegment head() {
        fill();
        return window.asSlice(windowFrom, windowEnd - windowFrom);
    }

    @Override
    public void taken(int count) {
        windowFrom += count;
        bytes -= count;
    }

    @Override
    public long clear() {
        long given = bytes;
        messages.clear();
        headFrom = 0;
        windowFrom = 0;
        windowEnd = 0;
        bytes = 0;
        return given;
    }

    @Override
    public void close() {
        clear();
        arena.close();
    }

    private void fill() {
        if (windowFrom < windowEnd) {
            return;
        }
        byte[] message = messages.element();
        int length = Math.min(WINDOW_BYTES, message.length - headFrom);
        MemorySegment.copy(message, headFrom, window, JAVA_BYTE, 0, length);
        windowFrom = 0;
        windowEnd = length;
        headFrom += length;
        if (headFrom == message.length) {
            messages.remove();
            headFrom = 0;
        }
    }
}
