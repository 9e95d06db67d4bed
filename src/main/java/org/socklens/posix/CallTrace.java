package org.socklens.posix;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The latest system calls of the process, at most [#CAPACITY]. Safe for any thread; the text of a call is made only
/// when somebody reads it, so that telling one costs some tens of nanoseconds and no garbage.
public final class CallTrace {
    /// How many calls are kept.
    public static final int CAPACITY = 1 << 16;

    private static final int CLOCK_READINGS = 20;

    private final int capacity;
    private final long wallOffset;
    private final long[] nanos;
    private final String[] actors;
    private final SystemCall[] calls;
    private final int[] fds;
    private final long[] as;
    private final long[] bs;
    private final @Nullable Object[] whats;
    private final long[] results;
    private final long[] numbers;
    private long next = 1;
    private long kept;
    private boolean paused;

    /// An empty trace.
    public CallTrace() {
        this(CAPACITY);
    }

    /// A trace that keeps nothing: for calls that nobody wants to read.
    public static CallTrace discarding() {
        CallTrace trace = new CallTrace(1);
        trace.pause();
        return trace;
    }

    private CallTrace(int capacity) {
        this.capacity = capacity;
        nanos = new long[capacity];
        actors = new String[capacity];
        calls = new SystemCall[capacity];
        fds = new int[capacity];
        as = new long[capacity];
        bs = new long[capacity];
        whats = new @Nullable Object[capacity];
        results = new long[capacity];
        numbers = new long[capacity];
        wallOffset = wallOffset();
    }

    /// The wall clock less the steady one, from the quickest of several readings: two processes that tell of each other
    /// agree to some microseconds.
    private static long wallOffset() {
        long offset = 0;
        long quickest = Long.MAX_VALUE;
        for (int i = 0; i < CLOCK_READINGS; i++) {
            long before = System.nanoTime();
            Instant now = Instant.now();
            long took = System.nanoTime() - before;
            if (took < quickest) {
                quickest = took;
                offset = now.getEpochSecond() * 1_000_000_000L + now.getNano() - before - took / 2;
            }
        }
        return offset;
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
        int slot = (int) (kept++ & (capacity - 1));
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
        return Math.max(0, kept - capacity);
    }

    /// The call at a position, or null when it was overwritten or is yet to come.
    public synchronized @Nullable TracedCall at(long position) {
        if (position < first() || position >= kept) {
            return null;
        }
        int slot = (int) (position & (capacity - 1));
        String text = calls[slot].text(fds[slot], as[slot], bs[slot], whats[slot], results[slot]);
        return new TracedCall(numbers[slot], nanos[slot], actors[slot], calls[slot], text, results[slot]);
    }

    /// The family of the call at a position, without making its text; null as for [#at].
    public synchronized SystemCall.@Nullable Family familyAt(long position) {
        return position < first() || position >= kept ? null : calls[(int) (position & (capacity - 1))].family();
    }

    /// The position of the call with a number, or -1 when it is not held.
    public synchronized long find(long number) {
        long low = first();
        long high = kept - 1;
        while (low <= high) {
            long middle = (low + high) >>> 1;
            long found = numbers[(int) (middle & (capacity - 1))];
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
