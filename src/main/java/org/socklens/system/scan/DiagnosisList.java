package org.socklens.system.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.socklens.posix.Caller;
import org.socklens.posix.DiagnosisMessage;
import org.socklens.posix.Errno;
import org.socklens.posix.SocketDiagnosisCalls;
import org.socklens.socket.Address;
import org.socklens.socket.SocketType;
import org.socklens.system.Peer;
import org.socklens.system.Queues;
import org.socklens.system.SocketState;

/// The list of the kernel's socket diagnosis (`man 7 sock_diag`): everything about a socket but who holds it.
final class DiagnosisList implements SocketList {
    private static final int ESTABLISHED = 1;
    private static final int LISTEN = 10;
    private static final int BOTH_DIRECTIONS = 3;
    /// More waiting clients than these do not fit into one answer of the kernel.
    private static final int MOST_PENDING = 8000;

    private final SocketDiagnosisCalls diagnosis;

    DiagnosisList(Caller caller) {
        diagnosis = new SocketDiagnosisCalls(caller);
    }

    @Override
    public List<FoundSocket> read() throws ListRefused {
        Map<Long, FoundSocket> found = HashMap.newHashMap(1024);
        check(diagnosis.everything(message -> found.put(message.inode(), socket(message))));
        boolean someWait = found.values().stream().anyMatch(DiagnosisList::hasPending);
        boolean fits = found.values().stream().noneMatch(socket -> socket.queues().receive() > MOST_PENDING
                && socket.state() == SocketState.LISTENING);
        return someWait && fits ? withListeners(found) : new ArrayList<>(found.values());
    }

    @Override
    public Set<Long> numbers() throws ListRefused {
        Set<Long> numbers = new HashSet<>();
        check(diagnosis.numbers(message -> numbers.add(message.inode())));
        return numbers;
    }

    private static boolean hasPending(FoundSocket socket) {
        return socket.state() == SocketState.LISTENING && socket.queues().receive() > 0;
    }

    private List<FoundSocket> withListeners(Map<Long, FoundSocket> found) throws ListRefused {
        Map<Long, Long> listeners = new HashMap<>();
        check(diagnosis.pending(message -> {
            long listener = message.inode();
            Arrays.stream(message.pending()).forEach(client -> listeners.put(client, listener));
        }));
        listeners.forEach((client, listener) -> found.computeIfPresent(client, (_, socket) -> waiting(socket, listener)));
        return new ArrayList<>(found.values());
    }

    private static FoundSocket waiting(FoundSocket socket, long listener) {
        return new FoundSocket(
                socket.inode(),
                socket.type(),
                SocketState.QUEUED,
                socket.address(),
                socket.uid(),
                new Peer.Waiting(listener),
                socket.queues(),
                socket.fileInode(),
                socket.fileDevice());
    }

    private static void check(int result) throws ListRefused {
        if (result < 0) {
            throw new ListRefused(Errno.of(-result));
        }
    }

    private static FoundSocket socket(DiagnosisMessage message) {
        SocketType type = SocketNumbers.type(message.type());
        SocketState state = state(message, type);
        return new FoundSocket(
                message.inode(),
                type,
                state,
                SocketNumbers.address(message.name()),
                message.uid(),
                peer(message, state),
                new Queues(message.receiveQueue(), message.sendQueue(), message.sendBuffer(), message.memory()),
                message.fileInode(),
                message.fileDevice());
    }

    /// A datagram socket that others connect to is called established by the kernel, though it has no peer itself.
    private static SocketState state(DiagnosisMessage message, SocketType type) {
        if (message.state() == LISTEN) {
            return SocketState.LISTENING;
        }
        boolean connected = type == SocketType.DGRAM ? message.peer() > 0 : message.state() == ESTABLISHED;
        if (!connected) {
            return SocketState.UNCONNECTED;
        }
        boolean peerHasNumber = message.peer() > 0;
        if (message.shutdown() == BOTH_DIRECTIONS) {
            return peerHasNumber ? SocketState.SHUT_DOWN : SocketState.PEER_CLOSED;
        }
        if (!peerHasNumber) {
            return SocketState.QUEUED;
        }
        return message.shutdown() == 0 ? SocketState.CONNECTED : SocketState.HALF_CLOSED;
    }

    private static Peer peer(DiagnosisMessage message, SocketState state) {
        return switch (state) {
            case LISTENING, UNCONNECTED -> new Peer.None();
            case QUEUED -> new Peer.Waiting(0);
            case PEER_CLOSED -> new Peer.Closed();
            case CONNECTED, HALF_CLOSED, SHUT_DOWN -> new Peer.Socket(message.peer());
        };
    }
}
