package org.socklens.endpoint.pair;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.Consumer;
import org.socklens.endpoint.SendQueue;
import org.socklens.socket.Connection;
import org.socklens.socket.OpenSocket;
import org.socklens.socket.SocketFailure;
import org.socklens.socket.SocketType;

/// The second pair, over which parent and child talk about the first: orders one way, reports the other, one message
/// each (SEQPACKET). For the loop's thread.
final class ControlChannel implements OpenSocket.Ready, AutoCloseable {
    /// The longest message in bytes: a chunk and its head.
    private static final int MAX_BYTES = 80_000;
    private static final long CROWDED_BYTES = 1 << 20;
    private static final int MESSAGES_A_ROUND = 64;

    private final Connection connection;
    private final Consumer<byte[]> taker;
    private final Runnable roomAgain;
    private final Runnable ended;
    private final SendQueue queue = SendQueue.of(SocketType.SEQPACKET);
    private final Arena arena = Arena.ofShared();
    private final MemorySegment buffer = arena.allocate(MAX_BYTES);
    private boolean open = true;
    private boolean blocked;

    /// @param taker    takes each message
    /// @param roomAgain is told when messages could be sent after having waited
    /// @param ended    is told when the other process has closed its side
    ControlChannel(Connection connection, Consumer<byte[]> taker, Runnable roomAgain, Runnable ended) {
        this.connection = connection;
        this.taker = taker;
        this.roomAgain = roomAgain;
        this.ended = ended;
    }

    void open() throws SocketFailure {
        connection.register(this);
    }

    /// Sends a message, later when there is no room now.
    void send(byte[] message) {
        if (open) {
            queue.add(message);
            send();
        }
    }

    /// Whether little waits.
    boolean hasRoom() {
        return queue.bytes() < CROWDED_BYTES;
    }

    @Override
    public void send() {
        try {
            while (open && !queue.isEmpty()) {
                MemorySegment head = queue.head();
                int moved = connection.send(head, (int) head.byteSize());
                if (moved == Connection.NO_ROOM) {
                    blocked = true;
                    connection.interest(OpenSocket.Interest.BOTH);
                    return;
                }
                queue.taken(moved);
            }
            if (open && blocked) {
                blocked = false;
                connection.interest(OpenSocket.Interest.RECEIVE);
                roomAgain.run();
            }
        } catch (SocketFailure _) {
            end();
        }
    }

    @Override
    public void receive() {
        for (int i = 0; i < MESSAGES_A_ROUND; i++) {
            if (!takeOne()) {
                return;
            }
        }
    }

    /// Takes everything that still lies there, after the other process has ended.
    void drain() {
        boolean more = open;
        while (more) {
            more = takeOne();
        }
    }

    /// Whether there was one.
    private boolean takeOne() {
        if (!open) {
            return false;
        }
        try {
            return switch (connection.receive(buffer, MAX_BYTES)) {
                case DATA -> {
                    taker.accept(buffer.asSlice(0, connection.received()).toArray(ValueLayout.JAVA_BYTE));
                    yield true;
                }
                case NOTHING_YET -> false;
                case END_OF_STREAM -> {
                    end();
                    yield false;
                }
            };
        } catch (SocketFailure _) {
            end();
            return false;
        }
    }

    /// Both processes run the same program: whatever fails here means that the other one is gone.
    private void end() {
        if (open) {
            open = false;
            connection.close();
            ended.run();
        }
    }

    @Override
    public void close() {
        open = false;
        connection.close();
        queue.close();
        arena.close();
    }
}
