package org.socklens.ui.control.grid;

import org.jspecify.annotations.Nullable;

/// What a grid shows before it has a source.
enum NoRows implements RowSource {
    INSTANCE;

    @Override
    public long count() {
        return 0;
    }

    @Override
    public long keyAt(long position) {
        return -1;
    }

    @Override
    public long positionOf(long key) {
        return 0;
    }

    @Override
    public @Nullable RowContent content(long key) {
        return null;
    }
}
