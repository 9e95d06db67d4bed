package org.socklens.ui.sockets;

import java.util.function.Consumer;
import org.socklens.socket.Address;
import org.socklens.socket.SocketType;

/// What a row of the table leads to elsewhere in the window and on the desktop.
public interface SocketActions {
    /// Points the client at a path or an abstract name and shows it; it is not connected yet.
    void connect(Address address, SocketType type);

    /// Shows who may connect to a path and what stands in the way.
    void explain(Address.Path path);

    /// Shows the directory of a path in the desktop's file manager; tells `problem` what went wrong, later and on the FX
    /// thread.
    void showFolder(Address.Path path, Consumer<String> problem);
}
