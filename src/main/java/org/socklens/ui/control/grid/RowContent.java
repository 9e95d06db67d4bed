package org.socklens.ui.control.grid;

import java.util.List;

/// What one row says.
///
/// @param tone how the whole row is drawn
/// @param cells one for each column of the grid, the hidden ones too
public record RowContent(RowTone tone, List<Cell> cells) {
    /// Copies the cells.
    public RowContent {
        cells = List.copyOf(cells);
    }

    /// The row as a screen reader says it.
    public String spoken() {
        return String.join(", ", cells.stream().map(Cell::text).filter(text -> !text.isBlank()).toList());
    }
}
