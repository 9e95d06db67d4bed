package org.socklens.ui.control.grid;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/// Draws one cell, and is used for many: a text for each plain piece, a small box for each control name.
final class CellNode extends Region {
    private final Rectangle clip = new Rectangle();
    private final List<Text> texts = new ArrayList<>();
    private final List<Label> boxes = new ArrayList<>();
    private final List<Node> shown = new ArrayList<>();
    private Cell cell = Cell.EMPTY;
    private HPos alignment = HPos.LEFT;
    private double gap;
    private boolean cut;

    CellNode(GridColumn column) {
        getStyleClass().addAll("grid-cell", "grid-cell-" + column.id());
        setManaged(false);
        setClip(clip);
        setMouseTransparent(true);
    }

    /// Takes its place in the row.
    void place(ColumnLayout.Slot slot, double newGap, double height) {
        gap = newGap;
        alignment = slot.column().alignment();
        resizeRelocate(slot.x(), 0, slot.width(), height);
        clip.setHeight(height);
        requestLayout();
    }

    /// How far it may write from its left end on.
    void setRoom(double width) {
        clip.setWidth(width);
    }

    void show(Cell newCell) {
        if (newCell.equals(cell)) {
            return;
        }
        cell = newCell;
        shown.clear();
        int usedTexts = 0;
        int usedBoxes = 0;
        for (Piece piece : newCell.pieces()) {
            if (piece.style().isBoxed()) {
                Label box = box(usedBoxes++);
                box.setText(piece.text());
                shown.add(styled(box, piece.style()));
            } else {
                Text text = text(usedTexts++);
                text.setText(piece.text());
                shown.add(styled(text, piece.style()));
            }
        }
        hideFrom(texts, usedTexts);
        hideFrom(boxes, usedBoxes);
        requestLayout();
    }

    Cell cell() {
        return cell;
    }

    /// Whether a part of the cell does not fit.
    boolean isCut() {
        return cut;
    }

    private Text text(int index) {
        if (index == texts.size()) {
            Text text = new Text();
            text.getStyleClass().addAll("grid-text", PieceStyle.PLAIN.styleClass());
            texts.add(text);
            getChildren().add(text);
        }
        return texts.get(index);
    }

    private Label box(int index) {
        if (index == boxes.size()) {
            Label box = new Label();
            box.getStyleClass().setAll("grid-box", PieceStyle.CONTROL.styleClass());
            boxes.add(box);
            getChildren().add(box);
        }
        return boxes.get(index);
    }

    /// The style is the last class; setting the same again would cost a pass of CSS.
    private static Node styled(Node node, PieceStyle style) {
        List<String> classes = node.getStyleClass();
        if (!classes.getLast().equals(style.styleClass())) {
            classes.set(classes.size() - 1, style.styleClass());
        }
        node.setVisible(true);
        return node;
    }

    private static void hideFrom(List<? extends Node> nodes, int used) {
        for (Node node : nodes.subList(used, nodes.size())) {
            node.setVisible(false);
        }
    }

    @Override
    protected void layoutChildren() {
        double total = shown.stream().mapToDouble(node -> node.prefWidth(-1)).sum();
        cut = total > clip.getWidth() - gap;
        double x = alignment == HPos.RIGHT ? Math.max(gap, getWidth() - gap - total) : gap;
        for (Node node : shown) {
            double width = node.prefWidth(-1);
            double height = node.prefHeight(-1);
            double y = Math.round((getHeight() - height) / 2);
            if (node.isResizable()) {
                node.resizeRelocate(x, y, width, height);
            } else {
                node.relocate(x, y);
            }
            x += width;
        }
    }
}
