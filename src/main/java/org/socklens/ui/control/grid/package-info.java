/// The virtual grid: one reusable row node for each visible row over any number of rows.
/// Knows JavaFX and nothing of Socklens; what a row says comes from a [org.socklens.ui.control.grid.RowSource].
package org.socklens.ui.control.grid;
