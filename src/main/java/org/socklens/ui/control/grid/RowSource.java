package org.socklens.ui.control.grid;

import org.jspecify.annotations.Nullable;

/// The rows of a grid, asked on the FX thread for what is visible and for nothing else.
///
/// A row has a **key** that is its own for ever and a **position** from 0 that moves when older rows are dropped.
/// Keys are not negative and grow with the position. Rows may come and go between two calls.
public interface RowSource {
    /// How many rows there are now.
    long count();

    /// The key of the row at a position, or -1 when there is none.
    long keyAt(long position);

    /// The position of the row with this key; of the next row when it is gone; [#count] when there is no later row.
    long positionOf(long key);

    /// What the row says, or null when it is gone. It says the same each time until the grid is told otherwise.
    @Nullable RowContent content(long key);
}
