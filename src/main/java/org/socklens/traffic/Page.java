package org.socklens.traffic;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// One page of a [PagedLog]: in memory, in the spill file, or dropped. [PageStore] alone moves it, and always so that
/// a reader that sees no memory finds the slot already set.
final class Page {
    /// A whole number of row records and of file system blocks.
    static final int BYTES = 768 * 1024;
    /// Stands in [#slot] while the page is not in the file.
    static final int NO_SLOT = -1;

    final long number;
    volatile @Nullable MemorySegment memory;
    volatile int slot = NO_SLOT;
    /// The first row that needs neither this page nor an older one; known once the page is full.
    long rowAfter;
    boolean dropped;

    Page(long number, MemorySegment memory) {
        this.number = number;
        this.memory = memory;
    }
}
