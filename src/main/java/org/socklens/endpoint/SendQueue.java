package org.socklens.endpoint;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;

/// Bytes that wait to be sent, in order. Only a window of them is copied to native memory at a time. For one thread.
final class SendQueue implements AutoCloseable {
    private static final int WINDOW_BYTES = 256 * 1024;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment window = arena.allocate(WINDOW_BYTES);
    private final ArrayDeque<byte[]> messages = new ArrayDeque<>();
    private int headFrom;
    private int windowFrom;
    private int windowEnd;
    private long bytes;

    void add(byte[] message) {
        if (message.length > 0) {
            messages.add(message);
            bytes += message.length;
        }
    }

    /// How many bytes wait.
    long bytes() {
        return bytes;
    }

    /// The oldest bytes that wait, of one message; [#headLength] of them. Only while some wait.
    MemorySegment head() {
        fill();
        return window.asSlice(windowFrom, windowEnd - windowFrom);
    }

    /// How many bytes [#head] offers.
    int headLength() {
        fill();
        return windowEnd - windowFrom;
    }

    /// The kernel took the first `count` bytes of [#head].
    void taken(int count) {
        windowFrom += count;
        bytes -= count;
    }

    /// Gives everything up; returns how many bytes that were.
    long clear() {
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
