package org.socklens.endpoint.pair;

import java.util.Arrays;

/// Orders as they go over the control channel: a letter and what belongs to it, one message each.
final class OrderBytes {
    private OrderBytes() {}

    static byte[] of(Order order) {
        return switch (order) {
            case Order.Begin _ -> new byte[] {'B'};
            case Order.Send send -> message('S', send.bytes());
            case Order.AnswerNext answer -> message('A', answer.bytes());
            case Order.Fill _ -> new byte[] {'F'};
            case Order.HalfClose _ -> new byte[] {'H'};
            case Order.CloseOwn _ -> new byte[] {'O'};
            case Order.CloseUnused _ -> new byte[] {'U'};
        };
    }

    /// @throws IllegalArgumentException when it is none
    static Order read(byte[] message) {
        char letter = message.length == 0 ? ' ' : (char) message[0];
        return switch (letter) {
            case 'B' -> new Order.Begin();
            case 'S' -> new Order.Send(Arrays.copyOfRange(message, 1, message.length));
            case 'A' -> new Order.AnswerNext(Arrays.copyOfRange(message, 1, message.length));
            case 'F' -> new Order.Fill();
            case 'H' -> new Order.HalfClose();
            case 'O' -> new Order.CloseOwn();
            case 'U' -> new Order.CloseUnused();
            default -> throw new IllegalArgumentException("no order begins with “" + letter + "”");
        };
    }

    private static byte[] message(char letter, byte[] bytes) {
        byte[] message = new byte[bytes.length + 1];
        message[0] = (byte) letter;
        System.arraycopy(bytes, 0, message, 1, bytes.length);
        return message;
    }
}
