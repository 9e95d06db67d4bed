package org.socklens.ui.app;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;

/// Calls everything that reads the running world once a frame, while the window is open. FX thread only.
final class Pulse implements AutoCloseable {
    private final List<Runnable> refreshes = new ArrayList<>();
    private final UncaughtExceptionHandler errors;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            beat();
        }
    };

    /// A refresh that fails is told to `errors`, and called again at the next beat.
    Pulse(UncaughtExceptionHandler errors) {
        this.errors = errors;
    }

    /// From now on `refresh` is called once a beat, after those added before it.
    void add(Runnable refresh) {
        refreshes.add(refresh);
    }

    void start() {
        timer.start();
    }

    /// One frame.
    void beat() {
        for (Runnable refresh : refreshes) {
            try {
                refresh.run();
            } catch (RuntimeException failure) {
                // The others still want their beat.
                errors.uncaughtException(Thread.currentThread(), failure);
            }
        }
    }

    @Override
    public void close() {
        timer.stop();
    }
}
