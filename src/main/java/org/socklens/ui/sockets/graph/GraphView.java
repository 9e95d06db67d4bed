package org.socklens.ui.sockets.graph;

import java.util.Map;
import java.util.function.LongConsumer;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.socklens.system.picture.Ink;
import org.socklens.system.picture.Picture;

/// Shows a picture that can be zoomed (wheel, `+`, `-`), moved (drag, arrows), fitted (`0`) and clicked. FX thread only.
public final class GraphView extends Region {
    private static final double MOST_ZOOM = 4;
    private static final double LEAST_ZOOM = 0.05;
    /// A fitted picture is not drawn larger than this, in pixels a unit.
    private static final double MOST_FIT = 1.5;

    private static final double STEP = 1.2;
    private static final double MOVE = 60;
    private static final double HAND_TREMBLES = 4;
    private static final double FILE_SCALE = 2;
    private static final double MOST_FILE_PIXELS = 8000;

    private final Canvas canvas = new Canvas();
    private final Palette palette = new Palette(this::requestLayout);
    private final CanvasDrawing drawing = new CanvasDrawing(canvas.getGraphicsContext2D(), palette);
    private Picture picture = Picture.EMPTY;
    private String subject = "";
    private LongConsumer onPick = socket -> {};
    private boolean fitted = true;
    private double scale = 1;
    private double shiftX;
    private double shiftY;
    private double pressedX;
    private double pressedY;
    private double draggedX;
    private double draggedY;

    /// A view of nothing.
    public GraphView() {
        getStyleClass().add("graph-view");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().addAll(canvas, palette);
        setOnScroll(this::scroll);
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(event -> setCursor(Cursor.DEFAULT));
        setOnMouseClicked(this::click);
        setOnMouseMoved(event -> setCursor(targetAt(event.getX(), event.getY()) == 0 ? Cursor.DEFAULT : Cursor.HAND));
        setOnKeyPressed(this::key);
    }

    /// Shows a picture. One with another subject is fitted into the view; otherwise zoom and place stay.
    public void show(Picture newPicture, String newSubject) {
        if (newPicture.equals(picture)) {
            return;
        }
        picture = newPicture;
        setAccessibleText(newPicture.description());
        if (!newSubject.equals(subject)) {
            subject = newSubject;
            fitted = true;
        }
        requestLayout();
    }

    /// What a click on something does with the number of its socket.
    public void setOnPick(LongConsumer action) {
        onPick = action;
    }

    /// Larger, around the middle.
    public void zoomIn() {
        zoom(STEP, getWidth() / 2, getHeight() / 2);
    }

    /// Smaller, around the middle.
    public void zoomOut() {
        zoom(1 / STEP, getWidth() / 2, getHeight() / 2);
    }

    /// The whole picture.
    public void fit() {
        fitted = true;
        requestLayout();
    }

    /// How many pixels a unit of the picture takes.
    public double scale() {
        return scale;
    }

    /// Where a point of the picture stands in this view, in pixels.
    public Point2D placeOf(double x, double y) {
        return new Point2D(x * scale + shiftX, y * scale + shiftY);
    }

    /// The colours that the picture is drawn in, as `#rrggbb`.
    public Map<Ink, String> colours() {
        return palette.hex();
    }

    /// The picture that is shown.
    public Picture picture() {
        return picture;
    }

    /// The whole picture as an image, with two pixels a unit if that is not too large.
    public WritableImage image() {
        double most = Math.max(1, Math.max(picture.width(), picture.height()));
        double factor = Math.min(FILE_SCALE, MOST_FILE_PIXELS / most);
        Canvas whole = new Canvas(Math.max(1, picture.width() * factor), Math.max(1, picture.height() * factor));
        new CanvasDrawing(whole.getGraphicsContext2D(), palette).draw(picture, factor, 0, 0);
        return whole.snapshot(new SnapshotParameters(), null);
    }

    private long targetAt(double x, double y) {
        return picture.targetAt((x - shiftX) / scale, (y - shiftY) / scale);
    }

    private void zoom(double factor, double x, double y) {
        double wanted = Math.clamp(scale * factor, LEAST_ZOOM, MOST_ZOOM);
        double real = wanted / scale;
        shiftX = x - (x - shiftX) * real;
        shiftY = y - (y - shiftY) * real;
        scale = wanted;
        fitted = false;
        requestLayout();
    }

    private void move(double dx, double dy) {
        shiftX += dx;
        shiftY += dy;
        fitted = false;
        requestLayout();
    }

    private void scroll(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            zoom(event.getDeltaY() > 0 ? STEP : 1 / STEP, event.getX(), event.getY());
        }
        event.consume();
    }

    private void press(MouseEvent event) {
        requestFocus();
        pressedX = event.getX();
        pressedY = event.getY();
        draggedX = event.getX();
        draggedY = event.getY();
        event.consume();
    }

    private void drag(MouseEvent event) {
        setCursor(Cursor.CLOSED_HAND);
        move(event.getX() - draggedX, event.getY() - draggedY);
        draggedX = event.getX();
        draggedY = event.getY();
        event.consume();
    }

    private void click(MouseEvent event) {
        boolean still = Math.hypot(event.getX() - pressedX, event.getY() - pressedY) < HAND_TREMBLES;
        long target = targetAt(event.getX(), event.getY());
        if (still && target != 0) {
            onPick.accept(target);
        }
        event.consume();
    }

    private void key(KeyEvent event) {
        boolean used = !event.isShortcutDown();
        if (used) {
            switch (event.getCode()) {
                case PLUS, EQUALS, ADD -> zoomIn();
                case MINUS, SUBTRACT -> zoomOut();
                case DIGIT0, NUMPAD0, HOME -> fit();
                case LEFT -> move(MOVE, 0);
                case RIGHT -> move(-MOVE, 0);
                case UP -> move(0, MOVE);
                case DOWN -> move(0, -MOVE);
                default -> used = false;
            }
        }
        if (used) {
            event.consume();
        }
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        if (getWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        if (fitted && picture.width() > 0) {
            scale = Math.clamp(
                    Math.min(getWidth() / picture.width(), getHeight() / picture.height()), LEAST_ZOOM, MOST_FIT);
            shiftX = (getWidth() - picture.width() * scale) / 2;
            shiftY = (getHeight() - picture.height() * scale) / 2;
        }
        drawing.draw(picture, scale, shiftX, shiftY);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 400;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 300;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }
}
