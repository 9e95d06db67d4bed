package org.socklens.ui.control.transcript;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.socklens.traffic.Match;
import org.socklens.traffic.Progress;
import org.socklens.traffic.Search;

/// Searches in the background, one search at a time: a new one cancels the one before.
final class Finder {
    private Executor background;
    private Running running = new Running();

    Finder(Executor background) {
        this.background = background;
    }

    void setBackground(Executor executor) {
        background = executor;
    }

    /// Looks from `row` on to the end and then from the start; tells the match, or null, on the FX thread.
    void forward(Search search, long row, Consumer<@Nullable Match> found) {
        start(progress -> either(search.forwardFrom(row, progress), () -> search.forwardFrom(0, progress)), found);
    }

    /// Looks from `row` back to the start and then from the end; tells the match, or null, on the FX thread.
    void backward(Search search, long row, Consumer<@Nullable Match> found) {
        start(
                progress -> either(
                        search.backwardFrom(row, progress), () -> search.backwardFrom(Long.MAX_VALUE, progress)),
                found);
    }

    /// Ends the search that runs; it tells nothing any more.
    void cancel() {
        running.cancelled = true;
    }

    private void start(Look look, Consumer<@Nullable Match> found) {
        cancel();
        Running mine = new Running();
        running = mine;
        background.execute(() -> {
            Match match = look.in(mine);
            Platform.runLater(() -> {
                if (!mine.isCancelled()) {
                    found.accept(match);
                }
            });
        });
    }

    private static @Nullable Match either(@Nullable Match first, Again again) {
        return first == null ? again.look() : first;
    }

    private interface Look {
        @Nullable Match in(Progress progress);
    }

    private interface Again {
        @Nullable Match look();
    }

    private static final class Running implements Progress {
        private volatile boolean cancelled;

        @Override
        public void reached(long rows) {
            // The window tells only that it searches.
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }
    }
}
