package org.socklens.ui.control;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.socklens.access.failure.FailureExplainer;
import org.socklens.socket.Address;
import org.socklens.socket.SocketFailure;
import org.socklens.socket.SocketType;

/// Finds the sentence for a refused call in the background: telling who is at fault means looking at the address.
public final class FailureWords {
    private final Supplier<FailureExplainer> explainers;
    private final Executor background;
    private final Executor fx;

    /// @param explainers makes one for the thread that asks
    /// @param fx runs what touches properties
    public FailureWords(Supplier<FailureExplainer> explainers, Executor background, Executor fx) {
        this.explainers = explainers;
        this.background = background;
        this.fx = fx;
    }

    /// Gives the sentence to `then`, later and on the FX thread.
    ///
    /// @param type of the socket that made the call
    /// @param address that the call was about
    public void explain(SocketFailure failure, SocketType type, Address address, Consumer<String> then) {
        background.execute(() -> {
            String words = words(failure, type, address);
            fx.execute(() -> then.accept(words));
        });
    }

    private String words(SocketFailure failure, SocketType type, Address address) {
        FailureExplainer explainer = explainers.get();
        return switch (address) {
            case Address.Path path -> explainer.explain(failure.call(), failure.errno(), path.bytes());
            case Address.Abstract named ->
                explainer.explainAbstract(failure.call(), failure.errno(), type.name(), named.name());
            case Address.Unnamed _, Address.Autobind _ -> failure.getMessage() + ".";
        };
    }
}
