package org.socklens.endpoint.pair;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.socklens.socket.PairSettings;

/// What a run of a pair begins with.
///
/// @param closing the sides that close the end which the other one uses, before anything is sent
/// @param message what the parent sends first, in UTF-8
/// @param answer  what the child sends when that has come, in UTF-8
public record PairPlan(PairSettings settings, Set<Side> closing, String message, String answer) {
    /// Copies the set.
    public PairPlan {
        closing = Set.copyOf(closing);
    }

    Order first() {
        return new Order.Send(message.getBytes(StandardCharsets.UTF_8));
    }

    Order reply() {
        return new Order.AnswerNext(answer.getBytes(StandardCharsets.UTF_8));
    }
}
