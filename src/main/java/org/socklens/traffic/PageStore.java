package org.socklens.traffic;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Owns the memory, the spill file and the spill thread of one transcript, and decides which page is where.
///
/// Full pages stand in line by age, those in the file before those in memory. Beyond a part of the memory the spill
/// thread moves the oldest to the file. When there is no room left the oldest pages are dropped: at once all that are in
/// the file, if the disk cannot follow ([SlowDisk]). The monitor guards this bookkeeping and is
/// taken once a page, never during input or output and never by a reader.
final class PageStore implements AutoCloseable {
    private static final int FEWEST_MEMORY_PAGES = 4;
    /// The rest of the memory is for moments in which the disk is slow.
    private static final int CROWDED_PAGES = 16 * 1024 * 1024 / Page.BYTES;
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final Arena arena = Arena.ofShared();
    private final int memoryPages;
    private final int capacity;
    private final FileSlots slots;
    private final ArrayDeque<MemorySegment> free = new ArrayDeque<>();
    private final ArrayDeque<Page> inMemory = new ArrayDeque<>();
    private final ArrayDeque<Page> inFile = new ArrayDeque<>();
    private int allocated;
    private @Nullable Page moving;
    private @Nullable Thread spiller;
    private final SlowDisk slowDisk;
    private final Patience patience;
    private boolean fileIsSlow;
    private long nextMoveAt = System.nanoTime();
    private boolean closed;
    private volatile long firstHeld;
    private volatile @Nullable SpillFile file;
    private volatile @Nullable IOException failure;

    PageStore(Limits limits) {
        slowDisk = limits.slowDisk();
        patience = slowDisk.patience(System.nanoTime());
        memoryPages = Math.clamp(limits.memoryBytes() / Page.BYTES, FEWEST_MEMORY_PAGES, 1 << 20);
        int filePages = (int) Math.min(limits.fileBytes() / Page.BYTES, 1 << 20);
        slots = new FileSlots(filePages);
        capacity = memoryPages + filePages;
    }

    /// How many pages can be held at once.
    int capacity() {
        return capacity;
    }

    /// The first row of which nothing was dropped.
    long firstHeld() {
        return firstHeld;
    }

    /// Why older rows no longer go to the file, if so.
    @Nullable IOException failure() {
        return failure;
    }

    /// A page to write to. May wait a moment for the spill thread, and may drop the oldest rows.
    synchronized Page open(long number) {
        return new Page(number, takeMemory());
    }

    /// Takes a full page in line. `rowAfter` is the first row that has nothing in it.
    synchronized void seal(Page page, long rowAfter) {
        page.rowAfter = rowAfter;
        inMemory.add(page);
        if (isCrowded() && slots.usable()) {
            if (spiller == null) {
                spiller = new Spiller(this).start();
            }
            notifyAll();
        }
    }

    /// Drops every page that only rows before `row` need.
    synchronized void dropBefore(long row) {
        dropWhileBefore(inFile, row);
        if (moving != null && moving.rowAfter <= row) {
            drop(moving);
        }
        dropWhileBefore(inMemory, row);
        notifyAll();
    }

    /// Copies bytes of a page from wherever it is; false when it is dropped or the store is closed.
    boolean read(Page page, int offset, byte[] target, int at, int length) {
        for (MemorySegment memory = page.memory; memory != null; memory = page.memory) {
            try {
                MemorySegment.copy(memory, JAVA_BYTE, offset, target, at, length);
            } catch (IllegalStateException memoryIsFreed) {
                return false;
            }
            // The page may have left this memory during the copy: what was copied counts only if it has not.
            VarHandle.acquireFence();
            if (page.memory == memory) {
                return true;
            }
        }
        return readFile(page, offset, target, at, length);
    }

    private boolean readFile(Page page, int offset, byte[] target, int at, int length) {
        int slot = page.slot;
        SpillFile source = file;
        if (slot == Page.NO_SLOT || source == null) {
            return false;
        }
        try {
            source.read(slot, offset, target, at, length);
        } catch (IOException closedOrEmptied) {
            return false;
        }
        VarHandle.acquireFence();
        return page.slot == slot;
    }

    private MemorySegment takeMemory() {
        if (free.isEmpty() && allocated < memoryPages) {
            allocated++;
            return arena.allocate(Page.BYTES, Long.BYTES);
        }
        if (free.isEmpty() && !fileIsSlow) {
            awaitSpiller();
        }
        if (free.isEmpty()) {
            dropOldestMemory();
        }
        return free.pop();
    }

    private void awaitSpiller() {
        try {
            patience.begin(System.nanoTime());
            while (free.isEmpty() && slots.usable() && patience.millis() > 0) {
                wait(patience.millis());
                patience.waited(System.nanoTime());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (free.isEmpty() && slots.usable()) {
            fileIsSlow = true;
            nextMoveAt = System.nanoTime() + slowDisk.restNanos;
        }
    }

    private void dropOldestMemory() {
        Page oldest = inMemory.element();
        dropWhileBefore(inFile, Long.MAX_VALUE);
        if (moving != null) {
            drop(moving);
        }
        inMemory.remove();
        drop(oldest);
    }

    private void dropWhileBefore(ArrayDeque<Page> line, long row) {
        for (Page page = line.peek(); page != null && page.rowAfter <= row; page = line.peek()) {
            line.remove();
            drop(page);
        }
    }

    private void drop(Page page) {
        firstHeld = Math.max(firstHeld, page.rowAfter);
        page.dropped = true;
        MemorySegment memory = page.memory;
        int slot = page.slot;
        page.memory = null;
        page.slot = Page.NO_SLOT;
        if (slot != Page.NO_SLOT) {
            slots.giveBack(slot);
        } else if (memory != null && page != moving) {
            free.push(memory);
        }
    }

    private boolean isCrowded() {
        return allocated - free.size() > Math.min(memoryPages / 2, CROWDED_PAGES);
    }

    /// The next work of the spill thread, or null when it is to end.
    synchronized @Nullable SpillJob nextJob() throws InterruptedException {
        while (!closed) {
            if (inFile.isEmpty() && !slots.untouched()) {
                slots.reset();
                failure = null;
                return new SpillJob.Empty();
            }
            long rest = nextMoveAt - System.nanoTime();
            if (rest > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, rest);
                continue;
            }
            fileIsSlow = false;
            SpillJob move = nextMove();
            if (move != null) {
                nextMoveAt = System.nanoTime() + slowDisk.nanosAMove;
                return move;
            }
            wait();
        }
        return null;
    }

    private @Nullable SpillJob nextMove() {
        if (!isCrowded() || inMemory.isEmpty() || !slots.usable()) {
            return null;
        }
        int slot = slots.take();
        if (slot == Page.NO_SLOT) {
            drop(inFile.remove());
            slot = slots.take();
        }
        Page page = inMemory.remove();
        moving = page;
        return new SpillJob.Move(page, Objects.requireNonNull(page.memory), slot);
    }

    /// The file could not be emptied. Its places are used again all the same.
    void notEmptied(IOException why) {
        failure = why;
    }

    /// The spill thread made the file.
    void opened(SpillFile made) {
        file = made;
    }

    /// A page stands in the file.
    synchronized void moved(SpillJob.Move move) {
        Page page = move.page();
        moving = null;
        if (page.dropped) {
            slots.giveBack(move.slot());
        } else {
            inFile.add(page);
            page.slot = move.slot();
            page.memory = null;
        }
        free.push(move.memory());
        notifyAll();
    }

    /// A page could not be written and stays in memory.
    synchronized void notMoved(SpillJob.Move move, IOException why) {
        Page page = move.page();
        moving = null;
        failure = why;
        slots.failed(move.slot());
        if (page.dropped) {
            free.push(move.memory());
        } else {
            inMemory.addFirst(page);
        }
        notifyAll();
    }

    /// Frees everything. The spill thread, if it runs, does so on its way out, so that nothing is freed under it.
    @Override
    public void close() {
        Thread running;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            running = spiller;
            notifyAll();
        }
        if (running == null) {
            arena.close();
            return;
        }
        try {
            running.join(FAREWELL);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// The spill thread's last act: no page is being moved any more.
    void free() {
        arena.close();
    }
}
