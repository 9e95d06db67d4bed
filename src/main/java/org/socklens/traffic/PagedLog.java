package org.socklens.traffic;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// A sequence of bytes that only grows at its end, addressed by position and kept in pages. One thread writes; any
/// thread reads what was written before, without a lock.
final class PagedLog {
    private final PageStore store;
    /// A ring: pages that share an entry are further apart than the store can hold.
    private final AtomicReferenceArray<@Nullable Page> pages;
    private @Nullable Page open;
    private MemorySegment memory = MemorySegment.NULL;
    private int used = Page.BYTES;
    private long end;

    PagedLog(PageStore store) {
        this.store = store;
        pages = new AtomicReferenceArray<>(store.capacity() + 2);
    }

    /// The position after the last byte.
    long end() {
        return end;
    }

    /// Whether everything from `position` on is on the page that is being written.
    boolean isOnOpenPage(long position) {
        return end - position <= used;
    }

    /// Adds the bytes of `row`, on as many pages as they need.
    void append(MemorySegment source, int length, long row) {
        int done = 0;
        while (done < length) {
            if (used == Page.BYTES) {
                turnPage(done == 0 ? row : row + 1);
            }
            int part = Math.min(length - done, Page.BYTES - used);
            MemorySegment.copy(source, done, memory, used, part);
            advance(part);
            done += part;
        }
    }

    /// The memory to write the record of `row` to, at [#used]. Records of a log are of one size that divides the page.
    MemorySegment room(long row) {
        if (used == Page.BYTES) {
            turnPage(row);
        }
        return memory;
    }

    /// Where in the page the next byte goes.
    int used() {
        return used;
    }

    /// The next `length` bytes of the page are written.
    void advance(int length) {
        used += length;
        end += length;
    }

    /// Copies `length` bytes from `position`; false when some of them are gone.
    boolean read(long position, byte[] target, int at, int length) {
        int done = 0;
        while (done < length) {
            long number = (position + done) / Page.BYTES;
            int offset = (int) ((position + done) % Page.BYTES);
            int part = Math.min(length - done, Page.BYTES - offset);
            Page page = pages.get(ringIndex(number));
            if (page == null || page.number != number || !store.read(page, offset, target, at + done, part)) {
                return false;
            }
            done += part;
        }
        return true;
    }

    private void turnPage(long rowAfter) {
        Page full = open;
        if (full != null) {
            store.seal(full, rowAfter);
        }
        Page fresh = store.open(full == null ? 0 : full.number + 1);
        open = fresh;
        memory = fresh.memory == null ? MemorySegment.NULL : fresh.memory;
        pages.set(ringIndex(fresh.number), fresh);
        used = 0;
    }

    private int ringIndex(long number) {
        return (int) (number % pages.length());
    }
}
