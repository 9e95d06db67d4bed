package org.socklens.ui.app;

import java.util.ArrayDeque;
import java.util.Deque;

/// Things that must be closed, closed in the opposite order of their adding. Closing is for any thread.
final class ClosingStack implements AutoCloseable {
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    /// Takes over the closing of `resource`, and returns it.
    <T extends AutoCloseable> T add(T resource) {
        open.push(resource);
        return resource;
    }

    /// Closes every one even if others fail, then throws the first failure with the rest suppressed in it. Closing
    /// again does nothing.
    @Override
    public synchronized void close() {
        IllegalStateException failure = null;
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                if (failure == null) {
                    failure = new IllegalStateException("not everything could be closed", e);
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
