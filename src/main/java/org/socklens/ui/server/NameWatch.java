package org.socklens.ui.server;

import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.socklens.access.occupant.NameState;
import org.socklens.access.occupant.ServedName;

/// Watches the served name for the panel and keeps what a person must know about it. FX thread only; it looks in the
/// background.
public final class NameWatch implements AutoCloseable {
    private static final long LOOK_NANOS = 250_000_000;

    private final Function<byte[], ServedName> begin;
    private final Executor background;
    private final Executor fx;
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper(this, "notice", "");
    private @Nullable Watched watched;

    /// @param begin begins to watch a path; may block
    /// @param background runs what may block
    /// @param fx runs what touches properties
    public NameWatch(Function<byte[], ServedName> begin, Executor background, Executor fx) {
        this.begin = begin;
        this.background = background;
        this.fx = fx;
    }

    /// What became of the name and what that means, or empty.
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// Begins to watch a name that was just bound.
    void begin(byte[] path) {
        end();
        watched = new Watched(path);
    }

    /// Looks again when it is time; once a pulse.
    void refresh() {
        Watched current = watched;
        if (current == null || !current.due()) {
            return;
        }
        background.execute(() -> {
            NameState state = current.look();
            fx.execute(() -> take(current, state));
        });
    }

    private void take(Watched from, @Nullable NameState state) {
        from.looked();
        if (from != watched || state == null) {
            return;
        }
        // A change of rights is told once, and the name still is the server's: it stays on screen.
        if (!(state instanceof NameState.Ours && from.tellsRights)) {
            from.tellsRights = state instanceof NameState.RightsChanged;
            notice.set(state.sentence());
        }
    }

    /// Watches no more.
    void end() {
        if (watched != null) {
            background.execute(watched::close);
            watched = null;
        }
        notice.set("");
    }

    /// Watches no more, and waits for a look that is under way.
    @Override
    public void close() {
        if (watched != null) {
            watched.close();
            watched = null;
        }
    }

    /// One name, from bind to the end.
    private final class Watched implements AutoCloseable {
        private final byte[] path;
        private @Nullable ServedName name;
        private boolean closed;
        private boolean looking;
        private boolean tellsRights;
        private long lookedAt = System.nanoTime() - LOOK_NANOS;

        Watched(byte[] path) {
            this.path = path;
        }

        /// Whether it is time for a look; says yes once until it was [#looked].
        boolean due() {
            if (looking || System.nanoTime() - lookedAt < LOOK_NANOS) {
                return false;
            }
            looking = true;
            return true;
        }

        void looked() {
            looking = false;
            lookedAt = System.nanoTime();
        }

        /// In the background; null after closing.
        synchronized @Nullable NameState look() {
            if (closed) {
                return null;
            }
            if (name == null) {
                name = begin.apply(path);
            }
            return name.look();
        }

        @Override
        public synchronized void close() {
            closed = true;
            if (name != null) {
                name.close();
                name = null;
            }
        }
    }
}
