package org.socklens.traffic;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// All chunks and events of an endpoint in order, within bounded memory: full pages move to an unlinked temporary file,
/// and when that is full too the oldest rows are dropped and counted.
///
/// One thread at a time writes. Readers are many, take no lock and never hold the writer up; what a reader asks for may
/// be gone by then, and it is told so. Rows have absolute indices that are never used again.
public final class Transcript implements AutoCloseable {
    /// Where the rows after the last clear begin, and what had been moved by then.
    private record Epoch(long firstRow, long received, long sent) {}

    private final PageStore store;
    private final PagedLog records;
    private final PagedLog contents;
    private final FilterIndex index;
    /// Held by the writer and by clear and close, never by a reader.
    private final Object writing = new Object();
    private final AtomicLong end = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private final ChunkSizes sizes = new ChunkSizes();
    private volatile Epoch epoch = new Epoch(0, 0, 0);
    private volatile long[] sizesBefore = sizes.counts();
    private volatile long startNanos;
    /// Where the bytes of the latest row stand, for an echo of them.
    private long latestStart;
    private int latestLength;
    private boolean closed;

    /// An empty transcript that keeps what `limits` allow.
    public Transcript(Limits limits) {
        store = new PageStore(limits);
        records = new PagedLog(store);
        contents = new PagedLog(store);
        index = new FilterIndex(records, store.capacity());
    }

    /// Adds a chunk: the first `length` bytes of `bytes`, which are copied, moved at `nanos` (since 1970 UTC) by the
    /// system call numbered `call` (0: none). `position` is the stream's, and moves on. Does nothing after close.
    ///
    /// @throws IllegalArgumentException when `kind` is an event's
    public void chunk(
            Kind kind, int connection, StreamPosition position, long nanos, long call, MemorySegment bytes, int length) {
        chunk(kind, connection, position, nanos, call, bytes, length, length);
    }

    /// As [#chunk]; over messages it is one message, of which the first `length` of `messageLength` bytes were taken.
    public void chunk(
            Kind kind,
            int connection,
            StreamPosition position,
            long nanos,
            long call,
            MemorySegment bytes,
            int length,
            int messageLength) {
        requireChunk(kind, bytes, length);
        synchronized (writing) {
            if (!closed) {
                add(kind, connection, position, nanos, call, bytes, length, messageLength, append(bytes, length));
            }
        }
    }

    /// Adds a chunk as [#chunk] does, of bytes with which the latest chunk begins: they are kept once, unless an event
    /// came between.
    ///
    /// @throws IllegalArgumentException when `kind` is an event's
    public void echo(
            Kind kind, int connection, StreamPosition position, long nanos, long call, MemorySegment bytes, int length) {
        requireChunk(kind, bytes, length);
        synchronized (writing) {
            if (!closed) {
                boolean isKept = length <= latestLength && contents.isOnOpenPage(latestStart);
                long start = isKept ? latestStart : append(bytes, length);
                add(kind, connection, position, nanos, call, bytes, length, length, start);
            }
        }
    }

    private static void requireChunk(Kind kind, MemorySegment bytes, int length) {
        if (!kind.isChunk()) {
            throw new IllegalArgumentException("A chunk is received or sent.");
        }
        Objects.checkFromIndexSize(0, length, bytes.byteSize());
    }

    /// Keeps the bytes of the row that comes; returns where.
    private long append(MemorySegment bytes, int length) {
        long start = contents.end();
        contents.append(bytes, length, end.getPlain());
        latestStart = start;
        latestLength = length;
        return start;
    }

    private void add(
            Kind kind,
            int connection,
            StreamPosition position,
            long nanos,
            long call,
            MemorySegment bytes,
            int length,
            int messageLength,
            long start) {
        long row = end.getPlain();
        long back = position.lastRow() < 0 ? 0 : row - position.lastRow();
        write(
                row,
                kind,
                connection,
                nanos,
                call,
                start,
                length,
                position.offset(),
                position.carry(),
                back,
                position.isOfMessages() ? messageLength : Row.NO_MESSAGE);
        position.advance(length, Utf8Carry.after(position.carry(), bytes, length), row);
        AtomicLong total = kind == Kind.RECEIVED ? received : sent;
        total.setRelease(total.getPlain() + length);
        sizes.add(length);
        end.setRelease(row + 1);
    }

    /// Adds an event of a connection (0: the endpoint itself) with a text for people. Does nothing after close.
    ///
    /// @throws IllegalArgumentException when `kind` is a chunk's
    public void event(Kind kind, int connection, long nanos, long call, String text) {
        if (kind.isChunk()) {
            throw new IllegalArgumentException("An event is neither received nor sent.");
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        synchronized (writing) {
            if (closed) {
                return;
            }
            long row = end.getPlain();
            long start = append(MemorySegment.ofArray(utf8), utf8.length);
            // Never echoed.
            latestLength = 0;
            write(row, kind, connection, nanos, call, start, utf8.length, 0, Utf8Carry.NONE, 0, Row.NO_MESSAGE);
            end.setRelease(row + 1);
        }
    }

    private void write(
            long row,
            Kind kind,
            int connection,
            long nanos,
            long call,
            long position,
            int length,
            long offset,
            int carry,
            long back,
            int messageLength) {
        MemorySegment page = records.room(row);
        RowRecord.write(
                page,
                records.used(),
                kind,
                connection,
                nanos,
                call,
                position,
                length,
                offset,
                carry,
                back,
                messageLength);
        records.advance(RowRecord.BYTES);
        index.append(row, kind);
        if (row == epoch.firstRow()) {
            startNanos = nanos;
        }
    }

    /// The first row that is held.
    public long first() {
        return Math.min(end(), Math.max(epoch.firstRow(), store.firstHeld()));
    }

    /// One past the last row.
    public long end() {
        return end.getAcquire();
    }

    /// A row, or null when it is dropped, cleared or not yet written, or the transcript is closed.
    public @Nullable Row row(long row) {
        long first = first();
        if (row < first || row >= end()) {
            return null;
        }
        byte[] pair = new byte[2 * RowRecord.BYTES];
        boolean follows = row > first && readRecords(row - 1, 1, pair, 0);
        if (!readRecords(row, 1, pair, RowRecord.BYTES)) {
            return null;
        }
        Row found = decode(row, pair, RowRecord.BYTES, follows ? RowRecord.nanos(pair, 0) : Row.NO_PREVIOUS);
        // A clear between the look and the number leaves a number that was never given.
        return found.number() > 0 ? found : null;
    }

    /// The row whose record stands at `at`; `previousNanos` is the time of the row before, or [Row#NO_PREVIOUS].
    Row decode(long row, byte[] records, int at, long previousNanos) {
        long nanos = RowRecord.nanos(records, at);
        return new Row(
                row,
                row - epoch.firstRow() + 1,
                RowRecord.kind(records, at),
                RowRecord.connection(records, at),
                nanos,
                nanos - startNanos,
                previousNanos == Row.NO_PREVIOUS ? Row.NO_PREVIOUS : nanos - previousNanos,
                RowRecord.offset(records, at),
                RowRecord.length(records, at),
                RowRecord.call(records, at),
                RowRecord.position(records, at),
                RowRecord.carry(records, at),
                previousChunk(row, RowRecord.back(records, at)),
                RowRecord.messageLength(records, at));
    }

    /// The row `back` rows before `row`, when there is one and it is held.
    long previousChunk(long row, long back) {
        return back == 0 || row - back < first() ? Row.NO_CHUNK : row - back;
    }

    /// At most `max` bytes of a row from its byte `from`: a chunk's own, or an event's text in UTF-8. Empty when there
    /// are none there or the row is gone.
    public byte[] bytes(long row, int from, int max) {
        Row found = row(row);
        return found == null ? new byte[0] : bytes(found, from, max);
    }

    byte[] bytes(Row row, int from, int max) {
        byte[] bytes = new byte[Math.clamp((long) row.length() - from, 0, max)];
        return readContents(row.position() + from, bytes, 0, bytes.length) ? bytes : new byte[0];
    }

    /// Copies the records of `count` rows; false when some are gone.
    boolean readRecords(long row, int count, byte[] target, int at) {
        return records.read(row * RowRecord.BYTES, target, at, count * RowRecord.BYTES);
    }

    /// Copies bytes of rows; false when some are gone.
    boolean readContents(long position, byte[] target, int at, int length) {
        return contents.read(position, target, at, length);
    }

    /// How many held rows pass the filter.
    public long count(RowFilter filter) {
        return positionOf(filter, Long.MAX_VALUE);
    }

    /// The row at a position among the held rows that pass, or -1 when there is none.
    public long rowAt(RowFilter filter, long position) {
        long first = first();
        long until = end();
        if (filter == RowFilter.ALL) {
            return position >= 0 && position < until - first ? first + position : -1;
        }
        long before = index.before(filter, first);
        if (position < 0 || before == FilterIndex.GONE || first == until) {
            return -1;
        }
        return index.find(filter, before + position, first, until);
    }

    /// How many held rows before `row` pass: the position of `row`, if it passes itself.
    public long positionOf(RowFilter filter, long row) {
        while (true) {
            long first = first();
            long until = Math.clamp(row, first, end());
            if (filter == RowFilter.ALL) {
                return until - first;
            }
            long before = index.before(filter, first);
            long upTo = index.before(filter, until);
            if (before != FilterIndex.GONE && upTo != FilterIndex.GONE) {
                return upTo - before;
            }
            if (first == first()) {
                // Nothing was dropped meanwhile: the transcript is closed.
                return 0;
            }
        }
    }

    /// Bytes received since the last clear, those of dropped rows included.
    public long bytesReceived() {
        long before = epoch.received();
        return received.getAcquire() - before;
    }

    /// Bytes sent since the last clear, those of dropped rows included.
    public long bytesSent() {
        long before = epoch.sent();
        return sent.getAcquire() - before;
    }

    /// How many chunks of each class of [ChunkSizes] were moved since the last clear, those of dropped rows included.
    public long[] chunkSizes() {
        long[] counts = sizes.counts();
        long[] before = sizesBefore;
        for (int i = 0; i < counts.length; i++) {
            counts[i] = Math.max(0, counts[i] - before[i]);
        }
        return counts;
    }

    /// Rows lost to the limits since the last clear.
    public long dropped() {
        return Math.max(0, first() - epoch.firstRow());
    }

    /// Why older rows no longer move to the temporary file, or null while they can. They are dropped instead.
    public @Nullable IOException spillFailure() {
        return store.failure();
    }

    /// Forgets every row and total. Any thread; it waits for a row that is just being written.
    public void clear() {
        synchronized (writing) {
            if (closed) {
                return;
            }
            long row = end.getPlain();
            epoch = new Epoch(row, received.getPlain(), sent.getPlain());
            sizesBefore = sizes.counts();
            store.dropBefore(row);
        }
    }

    /// Frees memory, file and thread; afterwards every row is gone. Any thread; twice is fine.
    @Override
    public void close() {
        synchronized (writing) {
            closed = true;
        }
        store.close();
    }
}
