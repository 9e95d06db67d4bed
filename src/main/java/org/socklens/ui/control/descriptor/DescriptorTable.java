package org.socklens.ui.control.descriptor;

import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.socklens.endpoint.HeldDescriptor;
import org.socklens.ui.control.ControlStyles;
import org.socklens.ui.control.Shown;

/// The descriptors that an endpoint holds: number, kind and what each refers to, with buttons to read from it and to
/// close it. Takes no room while there are none.
public final class DescriptorTable extends TableView<HeldDescriptor> {
    private final TableColumn<HeldDescriptor, String> connection =
            column("conn", 5, "number", held -> held.connection() == 0 ? "" : Integer.toString(held.connection()));

    /// An empty table, for FXML.
    public DescriptorTable() {
        ControlStyles.dress(this);
        getStyleClass().addAll("dense", "descriptors");
        setAccessibleText("Passed descriptors that are held");
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns().add(connection);
        getColumns().add(column("fd", 5, "number", held -> Integer.toString(held.descriptor().number())));
        getColumns().add(column("kind", 19, "words", held -> held.descriptor().kind()));
        getColumns().add(column("refers to", 24, "words", held -> held.descriptor().target()));
    }

    /// Shows a model from now on. Once a table.
    public void show(DescriptorsModel model) {
        TableColumn<HeldDescriptor, HeldDescriptor> actions = new TableColumn<>("");
        actions.setCellFactory(_ -> new DescriptorActions(model));
        actions.setCellValueFactory(cell -> Bindings.createObjectBinding(cell::getValue));
        actions.setSortable(false);
        actions.setPrefWidth(130);
        getColumns().add(actions);
        setItems(model.held());
        Shown.when(Bindings.isNotEmpty(model.held()), this);
    }

    /// An endpoint of one connection needs no number for it.
    public void hideConnection() {
        connection.setVisible(false);
    }

    private static TableColumn<HeldDescriptor, String> column(
            String title, double share, String style, Function<HeldDescriptor, String> text) {
        TableColumn<HeldDescriptor, String> column = new TableColumn<>(title);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        column.getStyleClass().add(style);
        column.setSortable(false);
        column.setPrefWidth(share * 10);
        return column;
    }
}
