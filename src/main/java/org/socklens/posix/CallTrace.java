package org.socklens.posix;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The latest system calls of the process, at most [#CAPACITY]. Safe for any thread; the text of a call is made only
/// when somebody reads it, so that telling one costs some tens of nanoseconds and no garbage.
public final class CallTrace {
    /// How many calls are kept.
    public static final int CAPACITY = 1 << 16;

    private static final int MASK = CAPACITY - 1;

    private final long wallOffset;
    private final long[] nanos = new long[CAPACITY];
    private final String[] actors = new String[CAPACITY];
    private final SystemCall[] calls = new SystemCall[CAPACITY];
    private final int[] fds = new int[CAPACITY];
    private final long[] as = new long[CAPACITY];
    private final long[] bs = new long[CAPACITY];
    private final @Nullable Object[] whats = new @Nullable Object[CAPACITY];
    private final long[] results = new long[CAPACITY];
    private final long[] numbers = new long[CAPACITY];
    private long next = 1;
    private long kept;
    private boolean paused;

    /// An empty trace.
    public CallTrace() {
        Instant now = Instant.now();
        wallOffset = now.getEpochSecond() * 1_000_000_000L + now.getNano() - System.nanoTime();
    }

    /// Nanoseconds since 1970 UTC on a clock that never steps back.
    public long now() {
        return wallOffset + System.nanoTime();
    }

    synchronized long record(
            long when, String actor, SystemCall call, int fd, long a, long b, @Nullable Object what, long result) {
        long number = next++;
        if (paused) {
            return number;
        }
        int slot = (int) (kept++ & MASK);
        numbers[slot] = number;
        nanos[slot] = when;
        actors[slot] = actor;
        calls[slot] = call;
        fds[slot] = fd;
        as[slot] = a;
        bs[slot] = b;
        whats[slot] = what;
        results[slot] = result;
        return number;
    }

    /// Stops keeping calls. They are still counted, so that numbers stay true.
    public synchronized void pause() {
        paused = true;
    }

    /// Keeps calls again.
    public synchronized void resume() {
        paused = false;
    }

    /// How many calls were ever kept: the end of the positions that [#at] takes.
    public synchronized long end() {
        return kept;
    }

    /// The first position that is still held.
    public synchronized long first() {
        return Math.max(0, kept - CAPACITY);
    }

    /// The call at a position, or null when it was overwritten or is yet to come.
    public synchronized @Nullable TracedCall at(long position) {
        if (position < first() || position >= kept) {
            return null;
        }
        int slot = (int) (position & MASK);
        String text = calls[slot].text(fds[slot], as[slot], bs[slot], whats[slot], results[slot]);
        return new TracedCall(numbers[slot], nanos[slot], actors[slot], calls[slot], text, results[slot]);
    }

    /// The family of the call at a position, without making its text; null as for [#at].
    public synchronized SystemCall.@Nullable Family familyAt(long position) {
        return position < first() || position >= kept ? null : calls[(int) (position & MASK)].family();
    }

    /// The position of the call with a number, or -1 when it is not held.
    public synchronized long find(long number) {
        long low = first();
        long high = kept - 1;
        while (low <= high) {
            long middle = (low + high) >>> 1;
            long found = numbers[(int) (middle & MASK)];
            if (found == number) {
                return middle;
            }
            if (found < number) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }
}
