import org.jspecify.annotations.NullMarked;

/// Socklens, a desktop inspector for Unix domain sockets.
@NullMarked
module org.socklens {
    requires static org.jspecify;
    requires javafx.controls;
    requires javafx.fxml;
    requires atlantafx.base;
    requires org.controlsfx.controls;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.feather;

    opens org.socklens.ui.app to
            javafx.fxml,
            javafx.graphics;
    opens org.socklens.ui.tour to
            javafx.graphics;
    opens org.socklens.ui.workbench to
            javafx.fxml;
    opens org.socklens.ui.server to
            javafx.fxml;
    opens org.socklens.ui.client to
            javafx.fxml;
    opens org.socklens.ui.client.habit to
            javafx.fxml;
    opens org.socklens.ui.file to
            javafx.fxml;
    opens org.socklens.ui.calls to
            javafx.fxml;
    opens org.socklens.ui.pair to
            javafx.fxml;
    opens org.socklens.ui.sockets to
            javafx.fxml;
    opens org.socklens.ui.sockets.detail to
            javafx.fxml;
    opens org.socklens.ui.sockets.graph to
            javafx.fxml;
    opens org.socklens.ui.control to
            javafx.fxml;
    opens org.socklens.ui.control.descriptor to
            javafx.fxml;
    opens org.socklens.ui.control.facts to
            javafx.fxml;
    opens org.socklens.ui.control.grid to
            javafx.fxml;
    opens org.socklens.ui.control.transcript to
            javafx.fxml;
}
