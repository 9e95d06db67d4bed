package org.socklens.endpoint.pair;

/// What a side of a pair is asked to do. The parent does its orders itself; the child's go over the control channel.
public sealed interface Order {
    /// Use the end from now on: receive what comes.
    record Begin() implements Order {}

    /// Send these bytes: of a stream, or as one message, which may be empty.
    final class Send implements Order {
        private final byte[] bytes;

        /// @param bytes are not copied and must not change
        public Send(byte[] bytes) {
            this.bytes = bytes;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    /// Send these bytes once, when the next chunk has come.
    final class AnswerNext implements Order {
        private final byte[] bytes;

        /// @param bytes are not copied and must not change
        public AnswerNext(byte[] bytes) {
            this.bytes = bytes;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    /// Send more than the queue holds: [#PIECES] pieces of [#PIECE_BYTES] bytes.
    record Fill() implements Order {
        /// Bytes of one send.
        public static final int PIECE_BYTES = 4096;
        /// How many sends.
        public static final int PIECES = 256;
    }

    /// After what waits is sent, send no more: the peer sees end of stream although copies stay open.
    record HalfClose() implements Order {}

    /// Close this process's copy of the end that it uses.
    record CloseOwn() implements Order {}

    /// Close this process's copy of the end that the other process uses.
    record CloseUnused() implements Order {}
}
