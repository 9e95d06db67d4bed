package org.socklens.ui.control;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.socklens.posix.Errno;
import org.socklens.socket.Address;
import org.socklens.socket.SocketFailure;

/// Finds the sentence for a refused call in the background: telling who is at fault means looking at the path.
public final class FailureWords {
    /// Explains a refused call on a path; may block.
    public interface Explainer {
        String explain(String call, Errno errno, byte[] path);
    }

    private final Explainer explainer;
    private final Executor background;
    private final Executor fx;

    /// @param fx runs what touches properties
    public FailureWords(Explainer explainer, Executor background, Executor fx) {
        this.explainer = explainer;
        this.background = background;
        this.fx = fx;
    }

    /// Gives the sentence to `then`, later and on the FX thread.
    public void explain(SocketFailure failure, Address address, Consumer<String> then) {
        byte[] path = address instanceof Address.Path named ? named.bytes() : new byte[0];
        background.execute(() -> {
            String words = explainer.explain(failure.call(), failure.errno(), path);
            fx.execute(() -> then.accept(words));
        });
    }
}
