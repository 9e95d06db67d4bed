package org.socklens.endpoint;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.socklens.posix.PathText;
import org.socklens.socket.OpenSocket;
import org.socklens.socket.SocketFailure;
import org.socklens.traffic.Kind;

/// The descriptors that the sockets of one endpoint hold. For its loop, but for [#list].
final class Descriptors {
    private static final int READ_BYTES = 4096;

    /// Tells an event of a connection.
    interface Telling {
        void tell(Kind kind, String text);
    }

    /// @param connection the number of the connection that a socket is; 0 for one that takes datagrams
    private record Holder(int connection, Telling transcript) {}

    private final Map<OpenSocket, Holder> holders = new LinkedHashMap<>();
    private volatile List<HeldDescriptor> list = List.of();

    /// All that are held. Any thread.
    List<HeldDescriptor> list() {
        return list;
    }

    /// Looks at what a socket holds now.
    ///
    /// @param connection the number of the connection that it is; 0 for a socket that takes datagrams
    /// @param transcript is told what is done with its descriptors
    void look(OpenSocket socket, int connection, Telling transcript) {
        if (socket.descriptors().isEmpty()) {
            forget(socket);
        } else {
            holders.put(socket, new Holder(connection, transcript));
            publish();
        }
    }

    /// The socket is closed, and with it what it held.
    void forget(OpenSocket socket) {
        if (holders.remove(socket) != null) {
            publish();
        }
    }

    /// Closes one; nothing when it is not held any more.
    void close(int number) {
        use(number, (socket, holder) -> {
            socket.closeDescriptor(number);
            holder.transcript().tell(Kind.DESCRIPTORS, "closed " + number);
            look(socket, holder.connection(), holder.transcript());
        });
    }

    /// Reads from one without waiting and tells what was found; nothing when it is not held any more.
    void read(int number) {
        use(number, (socket, holder) -> holder.transcript().tell(Kind.DESCRIPTORS, read(socket, number)));
    }

    private void use(int number, BiConsumer<OpenSocket, Holder> action) {
        holders.entrySet().stream()
                .filter(entry -> entry.getKey().descriptors().stream().anyMatch(held -> held.number() == number))
                .findFirst()
                .ifPresent(entry -> action.accept(entry.getKey(), entry.getValue()));
    }

    private static String read(OpenSocket holder, int number) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(READ_BYTES);
            int length = holder.readDescriptor(number, buffer, READ_BYTES);
            if (length == OpenSocket.NOTHING_TO_READ) {
                return "nothing to read from " + number + " now: a read would wait";
            }
            byte[] bytes = buffer.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
            return length == 0
                    ? "end of what can be read from " + number
                    : "%,d bytes read from %d: %s".formatted(length, number, PathText.quoted(bytes));
        } catch (SocketFailure refused) {
            return refused.getMessage() + ": " + number + " cannot be read from";
        }
    }

    private void publish() {
        list = holders.entrySet().stream()
                .flatMap(holder -> holder.getKey().descriptors().stream()
                        .map(descriptor -> new HeldDescriptor(holder.getValue().connection(), descriptor)))
                .toList();
    }
}
