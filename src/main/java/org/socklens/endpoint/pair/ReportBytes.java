package org.socklens.endpoint.pair;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.socklens.traffic.Kind;

/// Reports as they go over the control channel: a letter and what belongs to it, one message each. Both processes run
/// the same program, so kinds have the same numbers.
final class ReportBytes {
    private static final List<Kind> KINDS = List.of(Kind.values());
    private static final int HEAD = 16;

    private ReportBytes() {}

    static byte[] of(Report report) {
        return switch (report) {
            case Report.Ready _ -> new byte[] {'R'};
            case Report.Moved(var kind, long nanos, int messageLength, var bytes) -> {
                byte[] content = bytes.array();
                ByteBuffer message = head('M', kind, nanos, content.length + Integer.BYTES);
                yield filled(message.putInt(messageLength).put(content));
            }
            case Report.Happened(var kind, long nanos, String text) -> {
                byte[] content = text.getBytes(StandardCharsets.UTF_8);
                yield filled(head('H', kind, nanos, content.length).put(content));
            }
            case Report.State(EndState(boolean open, boolean canSend, boolean receives, long waiting)) ->
                filled(ByteBuffer.allocate(HEAD)
                        .put((byte) 'S')
                        .put(bit(open))
                        .put(bit(canSend))
                        .put(bit(receives))
                        .putLong(waiting));
        };
    }

    /// @throws IllegalArgumentException when it is none
    static Report read(byte[] message) {
        try {
            return read(ByteBuffer.wrap(message));
        } catch (BufferUnderflowException | IndexOutOfBoundsException cut) {
            throw new IllegalArgumentException("a report that is cut", cut);
        }
    }

    private static Report read(ByteBuffer message) {
        char letter = (char) message.get();
        return switch (letter) {
            case 'R' -> new Report.Ready();
            case 'M' -> {
                Kind kind = KINDS.get(message.get());
                long nanos = message.getLong();
                yield new Report.Moved(kind, nanos, message.getInt(), new Report.Bytes(rest(message)));
            }
            case 'H' -> {
                Kind kind = KINDS.get(message.get());
                long nanos = message.getLong();
                yield new Report.Happened(kind, nanos, new String(rest(message), StandardCharsets.UTF_8));
            }
            case 'S' -> new Report.State(new EndState(
                    message.get() != 0, message.get() != 0, message.get() != 0, message.getLong()));
            default -> throw new IllegalArgumentException("no report begins with “" + letter + "”");
        };
    }

    private static ByteBuffer head(char letter, Kind kind, long nanos, int room) {
        return ByteBuffer.allocate(HEAD + room).put((byte) letter).put((byte) KINDS.indexOf(kind)).putLong(nanos);
    }

    private static byte bit(boolean value) {
        return (byte) (value ? 1 : 0);
    }

    private static byte[] filled(ByteBuffer message) {
        byte[] bytes = new byte[message.flip().remaining()];
        message.get(bytes);
        return bytes;
    }

    private static byte[] rest(ByteBuffer message) {
        byte[] bytes = new byte[message.remaining()];
        message.get(bytes);
        return bytes;
    }
}
