package org.socklens.bench.sockets;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A process that holds many connected sockets until its input ends: both ends of each connection are its own.
public final class ManySockets {
    private ManySockets() {}

    /// Opens them and says `ready`.
    ///
    /// @param arguments how many sockets, and the path of the listener
    public static void main(String[] arguments) throws IOException {
        int count = Integer.parseInt(arguments[0]);
        List<AutoCloseable> open = new ArrayList<>(count);
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(Path.of(arguments[1]));
        try (ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listener.bind(address);
            for (int i = 0; i < count / 2; i++) {
                open.add(SocketChannel.open(address));
                open.add(listener.accept());
            }
            System.out.println("ready");
            int ended = System.in.read();
            System.out.println("held " + open.size() + " sockets until " + ended);
        }
    }
}
