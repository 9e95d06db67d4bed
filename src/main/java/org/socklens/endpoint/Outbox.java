package org.socklens.endpoint;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.socklens.endpoint.habit.Pace;
import org.socklens.socket.SocketType;
import org.socklens.traffic.Kind;

/// What a client has to send, and when: messages, a file behind them, one message again and again, all at its pace.
///
/// For the loop's thread, but for what is said to be for any.
final class Outbox implements AutoCloseable {
    private static final int STREAM_BLOCK_BYTES = 64 * 1024;
    private static final int MESSAGE_BLOCK_BYTES = 4096;

    private final SocketType type;
    private final SendQueue queue;
    private final Timers timers;
    private final Runnable resume;
    private final BiConsumer<Kind, String> transcript;
    private final AtomicLong waiting = new AtomicLong();
    private Pace pace = new Pace.AtOnce();
    private Timers.@Nullable Timer pause;
    private Timers.@Nullable Timer nextRepeat;
    private @Nullable FileFeed file;
    private volatile @Nullable FileProgress progress;
    private volatile @Nullable Repetition repetition;

    /// @param resume is called when something may be sent that might not before
    /// @param transcript is told what becomes of files
    Outbox(SocketType type, Timers timers, Runnable resume, BiConsumer<Kind, String> transcript) {
        this.type = type;
        this.timers = timers;
        this.resume = resume;
        this.transcript = transcript;
        queue = SendQueue.of(type);
    }

    /// Bytes that wait to be sent. Any thread.
    long waiting() {
        return waiting.get();
    }

    /// Counts bytes that are about to be added; false, and not counted, when more than `most` would wait. Any thread.
    boolean reserve(int bytes, long most) {
        if (waiting.get() > 0 && waiting.get() + bytes > most) {
            return false;
        }
        waiting.addAndGet(bytes);
        return true;
    }

    /// Adds what was reserved.
    void add(byte[] reserved) {
        queue.add(reserved);
    }

    /// Whether nothing is left to be sent.
    boolean isEmpty() {
        return queue.isEmpty();
    }

    /// Whether something is to be sent now.
    boolean isReady() {
        return pause == null && !queue.isEmpty();
    }

    /// Bytes that wait to be sent, those of a file not counted that were not read yet.
    long bytes() {
        return queue.bytes();
    }

    /// What is to be sent next. Only while something waits.
    MemorySegment head() {
        MemorySegment head = queue.head();
        return switch (pace) {
            case Pace.AtOnce _ -> head;
            case Pace.Pieces(int bytes, int _) ->
                type == SocketType.STREAM ? head.asSlice(0, Math.min(bytes, head.byteSize())) : head;
        };
    }

    /// The kernel took the first `count` bytes of [#head].
    void taken(int count) {
        queue.taken(count);
        waiting.addAndGet(-count);
        refill();
        if (pace instanceof Pace.Pieces(int _, int millis)) {
            pause = timers.after(millis, () -> {
                pause = null;
                resume.run();
            });
        }
    }

    /// Sends at another pace from now on.
    void pace(Pace wanted) {
        pace = wanted;
        endPause();
        resume.run();
    }

    private void endPause() {
        if (pause != null) {
            pause.cancel();
            pause = null;
        }
    }

    /// Sends a file after what waits, in place of one that was under way.
    void sendFile(Path path) {
        endFile("another file took its place");
        int pieces = pace instanceof Pace.Pieces(int bytes, int _) ? bytes : MESSAGE_BLOCK_BYTES;
        try {
            FileFeed opened = FileFeed.open(path, type == SocketType.STREAM ? STREAM_BLOCK_BYTES : pieces);
            file = opened;
            progress = new FileProgress(opened.name(), 0, opened.size(), "");
            transcript.accept(Kind.FILE, "sending %s, %,d bytes".formatted(opened.name(), opened.size()));
        } catch (IOException refused) {
            String words = FileFeed.words(path, refused);
            progress = new FileProgress(FileFeed.nameOf(path), 0, 0, words);
            transcript.accept(Kind.ERROR, words);
        }
        refill();
        resume.run();
    }

    /// How far the latest file has come; null before the first. Any thread.
    @Nullable FileProgress progress() {
        return progress;
    }

    /// Sends no more of the file.
    void cancelFile() {
        if (file != null) {
            waiting.addAndGet(-queue.clear());
            endFile("cancelled");
            resume.run();
        }
    }

    /// Reads on where everything before was taken.
    private void refill() {
        FileFeed open = file;
        FileProgress before = progress;
        if (open == null || before == null) {
            return;
        }
        try {
            byte[] block = queue.isEmpty() ? open.next() : null;
            if (block != null) {
                waiting.addAndGet(block.length);
                queue.add(block);
            }
            long sent = Math.max(0, open.given() - queue.bytes());
            progress = new FileProgress(before.name(), sent, Math.max(before.total(), open.given()), "");
            if (queue.isEmpty()) {
                endFile("sent");
            }
        } catch (IOException broken) {
            endFile(String.valueOf(broken.getMessage()));
        }
    }

    private void endFile(String how) {
        FileFeed open = file;
        FileProgress last = progress;
        if (open == null || last == null) {
            return;
        }
        file = null;
        try {
            open.close();
        } catch (IOException closing) {
            transcript.accept(Kind.ERROR, "close: " + closing.getMessage());
        }
        String words = "%s: %s after %,d of %,d bytes".formatted(last.name(), how, last.sent(), last.total());
        transcript.accept(Kind.FILE, words);
        progress = new FileProgress(last.name(), last.sent(), last.total(), words);
    }

    /// Sends a message every `millis` milliseconds, the first time now, until it is told to stop. While something
    /// waits to be sent it is left out.
    void repeat(byte[] message, int millis) {
        stopRepeating();
        repetition = new Repetition(0, 0);
        repeatNow(message, millis);
    }

    private void repeatNow(byte[] message, int millis) {
        Repetition before = repetition;
        if (before == null) {
            return;
        }
        nextRepeat = timers.after(millis, () -> repeatNow(message, millis));
        if (queue.isEmpty()) {
            waiting.addAndGet(message.length);
            queue.add(message);
            repetition = new Repetition(before.sent() + 1, before.skipped());
            resume.run();
        } else {
            repetition = new Repetition(before.sent(), before.skipped() + 1);
        }
    }

    /// Repeats no more.
    void stopRepeating() {
        repetition = null;
        if (nextRepeat != null) {
            nextRepeat.cancel();
            nextRepeat = null;
        }
    }

    /// How often the message was repeated; null when none is. Any thread.
    @Nullable Repetition repetition() {
        return repetition;
    }

    /// Gives everything up.
    void clear() {
        waiting.addAndGet(-queue.clear());
        endFile("given up");
        stopRepeating();
        endPause();
    }

    @Override
    public void close() {
        clear();
        queue.close();
    }
}
