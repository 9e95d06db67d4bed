package org.socklens.ui.app;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What the window shows: which page, how wide, whether the list of keys. FX thread only.
public final class MainWindowModel {
    /// Below this width, in pixels at 100 %, the navigation keeps only its icons.
    private static final double NARROW_PIXELS = 1100;

    private final List<Page> pages;
    private final ThemeChoice theme;
    private final Zoom zoom;
    private final ReadOnlyObjectWrapper<Page> shown;
    private final DoubleProperty width = new SimpleDoubleProperty(NARROW_PIXELS);
    private final BooleanProperty keysShown = new SimpleBooleanProperty();
    private final StringProperty notice = new SimpleStringProperty(this, "notice", "");
    private final BooleanBinding narrow;

    /// The first of `pages` shows at first.
    MainWindowModel(List<Page> pages, ThemeChoice theme, Zoom zoom) {
        this.pages = List.copyOf(pages);
        this.theme = theme;
        this.zoom = zoom;
        shown = new ReadOnlyObjectWrapper<>(this.pages.getFirst());
        narrow = Bindings.createBooleanBinding(
                () -> width.get() / zoom.factor() < NARROW_PIXELS, width, zoom.percentProperty());
    }

    /// Every page, in the order of the navigation.
    public List<Page> pages() {
        return pages;
    }

    /// The page that shows.
    public ReadOnlyObjectProperty<Page> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// Shows `page`.
    public void show(Page page) {
        shown.set(page);
    }

    /// Light, dark or as the desktop.
    public ThemeChoice theme() {
        return theme;
    }

    /// How large everything is.
    public Zoom zoom() {
        return zoom;
    }

    /// The width that the window has, in pixels; its controller binds it.
    DoubleProperty widthProperty() {
        return width;
    }

    /// Whether the window is too narrow, at this zoom, for the words in its navigation.
    BooleanBinding narrow() {
        return narrow;
    }

    /// Whether the list of keys lies over the page.
    public BooleanProperty keysShownProperty() {
        return keysShown;
    }

    /// What a person should know once, in whole sentences; empty when it was seen.
    StringProperty noticeProperty() {
        return notice;
    }

    /// Shows the list of keys, or takes it away.
    public void toggleKeys() {
        keysShown.set(!keysShown.get());
    }
}
