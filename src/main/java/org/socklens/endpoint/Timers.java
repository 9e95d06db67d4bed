package org.socklens.endpoint;

import java.util.PriorityQueue;

/// What a loop does later. For the loop's thread.
final class Timers {
    private static final long NANOS_A_MILLI = 1_000_000;

    private final PriorityQueue<Timer> waiting = new PriorityQueue<>();
    private long made;

    /// Something to be done once.
    final class Timer implements Comparable<Timer> {
        private final long due;
        private final long number;
        private final Runnable task;

        private Timer(long due, long number, Runnable task) {
            this.due = due;
            this.number = number;
            this.task = task;
        }

        /// It will not be done any more. Twice is fine, and so is too late.
        void cancel() {
            waiting.remove(this);
        }

        @Override
        public int compareTo(Timer other) {
            // nanoTime may overflow, so only differences tell; equal times keep their order.
            int byTime = Long.signum(due - other.due);
            return byTime == 0 ? Long.compare(number, other.number) : byTime;
        }
    }

    /// Does `task` after `millis` milliseconds, or a little later.
    Timer after(long millis, Runnable task) {
        Timer timer = new Timer(System.nanoTime() + millis * NANOS_A_MILLI, made++, task);
        waiting.add(timer);
        return timer;
    }

    /// The shorter of `longest` (-1: for ever) and the time to the next timer, in milliseconds, rounded up.
    int wait(int longest) {
        Timer next = waiting.peek();
        if (next == null) {
            return longest;
        }
        long left = Math.max(0, next.due - System.nanoTime());
        int millis = (int) Math.min(Integer.MAX_VALUE, (left + NANOS_A_MILLI - 1) / NANOS_A_MILLI);
        return longest < 0 ? millis : Math.min(longest, millis);
    }

    /// Does what is due by now.
    void run() {
        if (waiting.isEmpty()) {
            // Nearly always, and a look at the clock would be felt at each round.
            return;
        }
        long now = System.nanoTime();
        for (Timer next = waiting.peek(); next != null && next.due - now <= 0; next = waiting.peek()) {
            waiting.remove();
            next.task.run();
        }
    }
}
