package org.socklens.ui.control.descriptor;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.socklens.endpoint.HeldDescriptor;
import org.socklens.ui.control.ControlStyles;

/// The descriptors that an endpoint holds: number, kind and what each refers to, with buttons to read from it and to
/// close it.
final class DescriptorTable extends TableView<HeldDescriptor> {
    DescriptorTable(DescriptorsModel model) {
        ControlStyles.dress(this);
        getStyleClass().addAll("dense", "descriptors");
        setAccessibleText("Descriptors that are held");
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns().add(column("conn", 5, "number", DescriptorTable::connection));
        getColumns().add(column("fd", 5, "number", held -> Integer.toString(held.descriptor().number())));
        getColumns().add(column("kind", 17, "words", held -> held.descriptor().kind()));
        getColumns().add(column("refers to", 19, "words", held -> held.descriptor().target()));
        getColumns().add(actions(model));
        setItems(model.held());
    }

    private static String connection(HeldDescriptor held) {
        return held.connection() == 0 ? "" : Integer.toString(held.connection());
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

    private static TableColumn<HeldDescriptor, HeldDescriptor> actions(DescriptorsModel model) {
        TableColumn<HeldDescriptor, HeldDescriptor> column = new TableColumn<>("");
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> new DescriptorActions(model));
        column.setSortable(false);
        column.setPrefWidth(160);
        return column;
    }
}
