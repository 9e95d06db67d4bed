package org.socklens.ui.control;

import javafx.scene.AccessibleRole;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.StackPane;
import org.socklens.ui.control.grid.GridColumn;
import org.socklens.ui.control.grid.Range;
import org.socklens.ui.control.grid.RowGrid;

/// Bytes as a hex dump beside their text, sixteen a line, or eight where there is less room. Lines are selected and copied as in any grid, at most
/// [#COPIED_LINES] at once; only visible ones are read.
public final class HexView extends StackPane {
    /// How many lines are copied at most: 256 KiB of bytes.
    public static final int COPIED_LINES = 1 << 14;

    private static final ByteSource NO_BYTES = (from, max) -> new byte[0];
    private static final int FEW_LINES = 6;
    private static final int OFFSET_WIDTH = 8;
    /// Offset, hex, text and the space around them, in characters.
    private static final int WIDE_CHARACTERS = OFFSET_WIDTH + 3 * HexLines.WIDE + HexLines.WIDE + 2 + 6;

    private final RowGrid grid = RowGrid.listing();
    private final GridColumn hex = GridColumn.words("hex-bytes", "bytes", 3 * HexLines.WIDE);
    private final GridColumn text = GridColumn.words("hex-text", "text", HexLines.WIDE + 2);
    private HexLines lines = new HexLines(0, 0, HexLines.WIDE, NO_BYTES);

    /// A view of no bytes.
    public HexView() {
        getStyleClass().add("hex-view");
        setAccessibleRole(AccessibleRole.NODE);
        ControlStyles.dress(this);
        grid.columns().setAll(GridColumn.numbers("hex-offset", "offset", OFFSET_WIDTH), hex, text);
        grid.setOnCopy(this::copy);
        getChildren().add(grid);
    }

    /// Shows `length` bytes of which the first is numbered `offset`, from the first line on.
    public void show(long offset, int length, ByteSource source) {
        lines = new HexLines(offset, length, lines.width(), source);
        grid.setSource(lines);
        requestLayout();
    }

    /// Puts the selected lines on the clipboard.
    public void copy() {
        StringBuilder out = new StringBuilder();
        int left = COPIED_LINES;
        for (Range range : grid.selectionProperty().get().ranges()) {
            for (long key = range.from(); key <= range.to() && left > 0; key++, left--) {
                out.append(lines.line(key)).append('\n');
            }
        }
        if (!out.isEmpty()) {
            ClipboardContent content = new ClipboardContent();
            content.putString(out.toString());
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    @Override
    protected void layoutChildren() {
        boolean wide = getWidth() >= WIDE_CHARACTERS * grid.characterWidth();
        fold(wide ? HexLines.WIDE : HexLines.NARROW);
        super.layoutChildren();
    }

    private void fold(int width) {
        if (width != lines.width()) {
            lines = new HexLines(lines.offset(), lines.length(), width, lines.source());
            hex.widthProperty().set(3.0 * width);
            text.widthProperty().set(width + 2.0);
            grid.setSource(lines);
            requestParentLayout();
        }
    }

    /// Tall enough for a few lines; more scroll.
    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset()
                + snappedBottomInset()
                + grid.getInsets().getTop()
                + grid.getInsets().getBottom()
                + Math.clamp(lines.count(), 1, FEW_LINES) * grid.rowHeight();
    }
}
