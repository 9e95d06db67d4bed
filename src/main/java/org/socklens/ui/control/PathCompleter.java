package org.socklens.ui.control;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/// Finds in the background what a typed path may become. FX thread only.
public final class PathCompleter {
    private final Function<String, List<String>> source;
    private final Executor background;
    private final Executor fx;
    private long latest;

    /// @param source suggestions for what is typed; may block
    /// @param background runs `source`
    /// @param fx runs what touches controls
    public PathCompleter(Function<String, List<String>> source, Executor background, Executor fx) {
        this.source = source;
        this.background = background;
        this.fx = fx;
    }

    /// Gives the suggestions to `then`, later and on the FX thread, unless others were asked for meanwhile.
    void complete(String typed, Consumer<List<String>> then) {
        latest++;
        long asked = latest;
        background.execute(() -> {
            List<String> suggestions = source.apply(typed);
            fx.execute(() -> {
                if (asked == latest) {
                    then.accept(suggestions);
                }
            });
        });
    }
}
