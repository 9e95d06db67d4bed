package org.socklens.ui.control.grid;

import java.util.function.LongConsumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// What the keyboard does in a grid. Keys that do nothing here are left to others.
final class GridKeys {
    private final RowGrid grid;
    private final Navigator navigator;
    private final Viewport viewport;

    GridKeys(RowGrid grid, Navigator navigator, Viewport viewport) {
        this.grid = grid;
        this.navigator = navigator;
        this.viewport = viewport;
        grid.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    private void press(KeyEvent event) {
        if (event.isAltDown() || !(event.isShortcutDown() ? pressWithShortcut(event) : pressPlain(event))) {
            return;
        }
        event.consume();
        grid.refresh();
    }

    private boolean pressWithShortcut(KeyEvent event) {
        switch (event.getCode()) {
            case A -> navigator.selectAll();
            case C -> grid.copy();
            case HOME -> mover(event).accept(0);
            case END -> mover(event).accept(Long.MAX_VALUE);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean pressPlain(KeyEvent event) {
        LongConsumer move = mover(event);
        switch (event.getCode()) {
            case UP -> move.accept(from(event.getCode()) - 1);
            case DOWN -> move.accept(from(event.getCode()) + 1);
            case PAGE_UP -> move.accept(from(event.getCode()) - viewport.page());
            case PAGE_DOWN -> move.accept(from(event.getCode()) + viewport.page());
            case HOME -> move.accept(0);
            case END -> move.accept(Long.MAX_VALUE);
            case ENTER -> grid.act();
            case ESCAPE -> {
                boolean nothing = grid.selectionProperty().get().isEmpty();
                navigator.clear();
                return !nothing;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /// With nothing selected the first key enters at the end of the view that it comes from.
    private long from(KeyCode code) {
        long position = navigator.position();
        if (position >= 0) {
            return position;
        }
        boolean upwards = code == KeyCode.UP || code == KeyCode.PAGE_UP;
        return upwards ? Math.min(viewport.count(), viewport.top() + viewport.page()) : viewport.top() - 1;
    }

    private LongConsumer mover(KeyEvent event) {
        return event.isShiftDown() ? navigator::extendTo : navigator::moveTo;
    }
}
