package org.socklens.system.scan;

import java.nio.file.Path;
import java.util.List;
import org.socklens.posix.Caller;
import org.socklens.socket.Address;
import org.socklens.socket.SocketType;
import org.socklens.system.SocketState;

/// The addresses that a client may find somebody behind now: of listeners, and of named datagram sockets. Any thread but
/// the FX thread; takes a millisecond or two, for it asks nobody's descriptors.
public final class LiveAddresses {
    private final SocketList preferred;
    private final SocketList fallback = new ProcNetUnix(Path.of("/proc/net/unix"));

    /// Asks the kernel's diagnosis, or `/proc/net/unix` when that is refused.
    public LiveAddresses() {
        Caller caller = MachineScan.quietCaller();
        preferred = new DiagnosisList(caller);
    }

    /// The addresses, each once, in no order.
    public synchronized List<Address> now() {
        return read().stream()
                .filter(LiveAddresses::isReachable)
                .map(FoundSocket::address)
                .filter(address -> !(address instanceof Address.Unnamed))
                .distinct()
                .toList();
    }

    private static boolean isReachable(FoundSocket socket) {
        return socket.state() == SocketState.LISTENING
                || socket.type() == SocketType.DGRAM && socket.state() == SocketState.UNCONNECTED;
    }

    private List<FoundSocket> read() {
        try {
            return preferred.read();
        } catch (ListRefused refused) {
            return readFallback();
        }
    }

    private List<FoundSocket> readFallback() {
        try {
            return fallback.read();
        } catch (ListRefused neither) {
            return List.of();
        }
    }
}
