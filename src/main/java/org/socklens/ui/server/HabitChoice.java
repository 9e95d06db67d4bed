package org.socklens.ui.server;

import org.socklens.endpoint.habit.Habit;
import org.socklens.ui.control.NumberText;

/// What a server can be told to do, as a person chooses it.
public enum HabitChoice {
    ECHO("echo", ""),
    DISCARD("discard", "Everything is received and nothing is answered."),
    REPLY_AFTER("reply after", "Each answer is late, and nothing is received meanwhile: what comes queues."),
    READ_SLOWLY("read every", "One receive, then a pause: the queue fills, then the client's send waits."),
    STOP_READING(
            "stop reading", "Nothing is received: the queue fills, then the client's send waits (back-pressure)."),
    STOP_ACCEPTING(
            "do not accept",
            "New clients are connected, may even send, but wait in the queue; once it is full, connect gets EAGAIN."),
    CLOSE_AFTER(
            "close after",
            "The connection is closed once so much came in; what lies unread then is ECONNRESET for the client."),
    HALF_CLOSE(
            "half-close", "The first message is answered, then the server sends no more; it still receives."),
    RESET("reset", "The connection is closed while what the client sent lies unread: the client gets ECONNRESET.");

    /// A number that belongs to a habit.
    ///
    /// @param usual what stands there at first
    /// @param unit what it counts
    record Amount(NumberText text, int usual, String unit) {
        private static final int LONGEST_MILLIS = 3_600_000;

        /// Of a habit without a number.
        static final Amount NONE = new Amount(new NumberText("", 0, 0), 0, "");

        private static Amount millis(String what) {
            return new Amount(new NumberText(what, 1, LONGEST_MILLIS), 1000, "ms");
        }

        private static Amount bytes(String what) {
            return new Amount(new NumberText(what, 1, Integer.MAX_VALUE), 16, "bytes");
        }

        boolean isAsked() {
            return !unit.isEmpty();
        }
    }

    private final String label;
    private final String explanation;

    HabitChoice(String label, String explanation) {
        this.label = label;
        this.explanation = explanation;
    }

    /// What it means for clients; empty for the usual.
    String explanation() {
        return explanation;
    }

    /// The number that belongs to it.
    Amount amount() {
        return switch (this) {
            case REPLY_AFTER -> Amount.millis("The delay");
            case READ_SLOWLY -> Amount.millis("The pause");
            case CLOSE_AFTER -> Amount.bytes("The number of bytes");
            case ECHO, DISCARD, STOP_READING, STOP_ACCEPTING, HALF_CLOSE, RESET -> Amount.NONE;
        };
    }

    /// The habit; `number` means nothing where none is asked.
    Habit habit(int number) {
        return switch (this) {
            case ECHO -> new Habit.Echo();
            case DISCARD -> new Habit.Discard();
            case REPLY_AFTER -> new Habit.ReplyAfter(number);
            case READ_SLOWLY -> new Habit.ReadSlowly(number);
            case STOP_READING -> new Habit.StopReading();
            case STOP_ACCEPTING -> new Habit.StopAccepting();
            case CLOSE_AFTER -> new Habit.CloseAfter(number);
            case HALF_CLOSE -> new Habit.HalfCloseAfterFirst();
            case RESET -> new Habit.Reset();
        };
    }

    /// What the list says.
    @Override
    public String toString() {
        return label;
    }
}
