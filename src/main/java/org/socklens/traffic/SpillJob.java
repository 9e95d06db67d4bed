package org.socklens.traffic;

import java.lang.foreign.MemorySegment;

/// What the spill thread is asked to do.
sealed interface SpillJob {
    /// Write the memory of a page to a place in the file.
    record Move(Page page, MemorySegment memory, int slot) implements SpillJob {}

    /// Give the space of the file back: no page is in it.
    record Empty() implements SpillJob {}
}
