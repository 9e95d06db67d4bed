package org.socklens.socket;

import java.util.Set;

/// Opens sockets. One implementation a platform; `ui.app` chooses it.
public interface SocketDoor {
    /// The types that this platform has.
    Set<SocketType> types();

    /// What it lacks of all that this interface names, in a sentence for whoever misses it; empty when nothing.
    String lacks();

    /// The longest path in bytes that an address may hold.
    int maxPathBytes();

    /// A queue of readiness with the sockets that belong to it. It and they are for one thread.
    ///
    /// @param actor the name under which its calls stand in the trace
    /// @throws SocketFailure EMFILE or ENFILE when descriptors have run out
    Poller open(String actor) throws SocketFailure;
}
