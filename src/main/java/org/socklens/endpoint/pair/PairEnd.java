package org.socklens.endpoint.pair;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.socklens.endpoint.SendQueue;
import org.socklens.posix.Errno;
import org.socklens.socket.Connection;
import org.socklens.socket.OpenSocket;
import org.socklens.socket.PairSettings;
import org.socklens.socket.SocketFailure;
import org.socklens.traffic.Kind;

/// One side's descriptors of a pair and what is done with them; the same in parent and child. For the loop's thread.
final class PairEnd implements OpenSocket.Ready, AutoCloseable {
    private static final int READ_BYTES = 65_536;
    private static final int CHUNKS_A_ROUND = 64;
    private static final long MAX_WAITING_BYTES = 64L << 20;
    private static final String PATTERN = "0123456789abcdef";

    private final PairSettings settings;
    private final Connection own;
    private final @Nullable Connection unused;
    private final EndReport report;
    private final SendQueue queue;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment buffer = arena.allocate(READ_BYTES);
    private byte @Nullable [] answer;
    private long received;
    private long sent;
    private boolean begun;
    private boolean ownOpen = true;
    private boolean unusedOpen;
    private boolean outputEnds;
    private boolean outputEnded;
    private boolean inputEnded;
    private boolean toldFull;
    private boolean hungUp;

    /// @param own the end that this side uses
    /// @param unused this side's copy of the other end; null when it has none
    PairEnd(PairSettings settings, Connection own, @Nullable Connection unused, EndReport report) {
        this.settings = settings;
        this.own = own;
        this.unused = unused;
        this.report = report;
        queue = SendQueue.of(settings.type());
        unusedOpen = unused != null;
    }

    void execute(Order order) throws SocketFailure {
        switch (order) {
            case Order.Begin _ -> begin();
            case Order.Send send -> send(send.bytes());
            case Order.AnswerNext next -> answer = next.bytes();
            case Order.Fill _ -> fill();
            case Order.HalfClose _ -> {
                outputEnds = true;
                send();
            }
            case Order.CloseOwn _ -> closeOwn();
            case Order.CloseUnused _ -> closeUnused();
        }
    }

    private void begin() throws SocketFailure {
        if (!begun && ownOpen) {
            begun = true;
            own.register(this);
            publish();
        }
    }

    private void send(byte[] bytes) {
        if (takesMore()) {
            queue.add(bytes);
            send();
        }
    }

    private void fill() {
        if (takesMore()) {
            byte[] piece = PATTERN.repeat(Order.Fill.PIECE_BYTES / PATTERN.length()).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < Order.Fill.PIECES; i++) {
                queue.add(piece);
            }
            send();
        }
    }

    private boolean takesMore() {
        if (!ownOpen) {
            report.event(Kind.ERROR, "not sent: this side has closed its end");
        } else if (queue.bytes() > MAX_WAITING_BYTES) {
            report.event(Kind.ERROR, "not sent: " + queue.bytes() + " bytes wait already");
        }
        return ownOpen && queue.bytes() <= MAX_WAITING_BYTES;
    }

    private void closeOwn() {
        if (ownOpen) {
            String unsent = unsent();
            queue.clear();
            ownOpen = false;
            int number = own.descriptor();
            own.close();
            report.event(Kind.CLOSED, "fd " + number + ", the end that it used" + unsent);
            publish();
        }
    }

    private void closeUnused() {
        if (unused != null && unusedOpen) {
            unusedOpen = false;
            int number = unused.descriptor();
            unused.close();
            report.event(Kind.CLOSED, "fd " + number + ", its copy of the other end");
            publish();
        }
    }

    @Override
    public void send() {
        if (!ownOpen) {
            return;
        }
        try {
            while (!queue.isEmpty()) {
                MemorySegment head = queue.head();
                int moved = own.send(head, (int) head.byteSize());
                if (moved == Connection.NO_ROOM) {
                    tellFull();
                    break;
                }
                toldFull = false;
                sent += moved;
                report.chunk(Kind.SENT, head, moved, moved);
                queue.taken(moved);
            }
            endOutput();
        } catch (SocketFailure refused) {
            report.event(Kind.ERROR, refused.getMessage() + unsent());
            queue.clear();
        }
        adjust();
    }

    private void endOutput() throws SocketFailure {
        if (queue.isEmpty() && outputEnds && !outputEnded) {
            outputEnded = true;
            own.shutdownOutput();
            report.event(Kind.HALF_CLOSED, "after " + sent + " bytes: shutdown(SHUT_WR) holds for every copy");
        }
    }

    private void tellFull() {
        if (!toldFull) {
            toldFull = true;
            String what = settings.nonBlocking() ? "sendmsg: " + Errno.EAGAIN : "a blocking sendmsg waits here";
            report.event(Kind.WAITING, queue.bytes() + " bytes, the queue is full: " + what);
        }
    }

    private String unsent() {
        return queue.bytes() == 0 ? "" : "; " + queue.bytes() + " bytes were not sent";
    }

    @Override
    public void receive() {
        try {
            for (int i = 0; i < CHUNKS_A_ROUND && ownOpen && !inputEnded && report.hasRoom(); i++) {
                switch (own.receive(buffer, READ_BYTES)) {
                    case DATA -> taken();
                    case NOTHING_YET -> {
                        return;
                    }
                    case END_OF_STREAM -> {
                        inputEnded = true;
                        report.event(Kind.END_OF_STREAM, "end of stream after " + received + " bytes");
                    }
                }
            }
        } catch (SocketFailure refused) {
            inputEnded = true;
            report.event(Kind.RESET, String.valueOf(refused.getMessage()));
        }
        adjust();
    }

    private void taken() {
        int length = own.received();
        received += length;
        report.chunk(Kind.RECEIVED, buffer, length, (int) (length + own.arrival().lost()));
        byte[] due = answer;
        if (due != null) {
            answer = null;
            send(due);
        }
    }

    /// Asks the poller for what can still come, and tells how the end is.
    void adjust() {
        if (begun && ownOpen) {
            boolean sends = !queue.isEmpty();
            boolean receives = !inputEnded && report.hasRoom();
            if (inputEnded && own.peerClosed()) {
                // A hang-up lasts: it would be reported again and again.
                if (!hungUp) {
                    hungUp = true;
                    own.unregister();
                }
            } else if (sends) {
                own.interest(receives ? OpenSocket.Interest.BOTH : OpenSocket.Interest.SEND);
            } else {
                own.interest(receives ? OpenSocket.Interest.RECEIVE : OpenSocket.Interest.NOTHING);
            }
        }
        publish();
    }

    private void publish() {
        report.state(new EndState(ownOpen, ownOpen && !outputEnds, ownOpen && !inputEnded, queue.bytes()));
    }

    @Override
    public void close() {
        own.close();
        if (unused != null) {
            unused.close();
        }
        queue.close();
        arena.close();
    }
}
