import org.jspecify.annotations.NullMarked;

/// Socklens, a desktop inspector for Unix domain sockets.
@NullMarked
module org.socklens {
    requires static org.jspecify;
    requires javafx.controls;
    requires javafx.fxml;
    requires atlantafx.base;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.feather;

    opens org.socklens.ui.app to
            javafx.fxml,
            javafx.graphics;
}
