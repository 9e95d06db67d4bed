package org.socklens.endpoint;

import org.socklens.endpoint.habit.Habit;

/// What runs in a server's loop.
interface Served extends EventLoop.Body {
    /// Treats clients by another habit from now on, and tells it to the transcript. For the loop's thread.
    void take(Habit habit);
}
