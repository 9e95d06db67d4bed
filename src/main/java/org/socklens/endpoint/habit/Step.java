package org.socklens.endpoint.habit;

import org.socklens.socket.SocketType;

/// What a server does next on one connection.
public sealed interface Step {
    /// Receives once.
    ///
    /// @param most the most bytes that the receive takes
    /// @param answer what becomes of the chunk
    /// @param afterwards what follows when the answer is on its way
    record Receive(int most, Answer answer, Afterwards afterwards) implements Step {}

    /// Leaves what lies ready where it is.
    record Leave() implements Step {}

    /// Closes the connection.
    record Close() implements Step {}

    /// Closes the connection while bytes lie unread on it.
    record CloseUnread() implements Step {}

    /// What becomes of a chunk.
    sealed interface Answer {
        /// It is sent back at once.
        record Now() implements Answer {}

        /// It is sent back later.
        record After(int millis) implements Answer {}

        /// It is dropped.
        record Never() implements Answer {}
    }

    /// What follows an answer.
    sealed interface Afterwards {
        /// The next step.
        record GoOn() implements Afterwards {}

        /// The next step, but not before a pause.
        record Pause(int millis) implements Afterwards {}

        /// A half-close, then the next step.
        record HalfClose() implements Afterwards {}

        /// A close once `bytes` bytes came in, else the next step.
        record CloseOnceReceived(int bytes) implements Afterwards {}
    }

    /// The step that a habit asks for. Messages are always received whole.
    ///
    /// @param readSize the most bytes that one receive may take
    /// @param received bytes that came in on this connection so far
    static Step next(Habit habit, SocketType type, int readSize, long received) {
        return switch (habit) {
            case Habit.Echo _, Habit.StopAccepting _ ->
                new Receive(readSize, new Answer.Now(), new Afterwards.GoOn());
            case Habit.Discard _ -> new Receive(readSize, new Answer.Never(), new Afterwards.GoOn());
            case Habit.ReplyAfter(int millis) ->
                new Receive(readSize, new Answer.After(millis), new Afterwards.GoOn());
            case Habit.ReadSlowly(int millis) ->
                new Receive(readSize, new Answer.Now(), new Afterwards.Pause(millis));
            case Habit.StopReading _ -> new Leave();
            case Habit.CloseAfter(int bytes) ->
                received < bytes
                        ? new Receive(
                                type == SocketType.STREAM ? (int) Math.min(readSize, bytes - received) : readSize,
                                new Answer.Now(),
                                new Afterwards.CloseOnceReceived(bytes))
                        : new Close();
            case Habit.HalfCloseAfterFirst _ ->
                new Receive(readSize, new Answer.Now(), new Afterwards.HalfClose());
            case Habit.Reset _ -> new CloseUnread();
        };
    }
}
