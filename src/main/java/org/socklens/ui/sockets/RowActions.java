package org.socklens.ui.sockets;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.jspecify.annotations.Nullable;
import org.socklens.socket.Address;
import org.socklens.system.MachineSocket;
import org.socklens.system.report.SocketColumn;
import org.socklens.system.report.SocketText;
import org.socklens.ui.control.grid.Range;
import org.socklens.ui.control.grid.Selection;
import org.socklens.ui.sockets.detail.SocketDetail;
import org.socklens.ui.sockets.look.SocketRow;

/// What can be done with the selected socket, as buttons and as a menu. FX thread only.
final class RowActions {
    private final SocketsModel model;
    private final SocketActions actions;

    RowActions(SocketsModel model, SocketActions actions) {
        this.model = model;
        this.actions = actions;
    }

    ContextMenu menu() {
        MenuItem connect = item("Connect the client here", this::connect);
        connect.disableProperty().bind(selected(RowActions::isNamed).not());
        MenuItem explain = item("Explain access", this::explain);
        explain.disableProperty().bind(selected(RowActions::hasPath).not());
        MenuItem folder = item("Show in the file manager", this::showFolder);
        folder.disableProperty().bind(selected(RowActions::hasPath).not());
        MenuItem address = item("Copy address", this::copyAddress);
        address.disableProperty().bind(selected(RowActions::isNamed).not());
        MenuItem details = item("Copy details", this::copyDetails);
        return new ContextMenu(connect, explain, folder, new SeparatorMenuItem(), address, details);
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(_ -> action.run());
        return item;
    }

    void bindConnect(Button button) {
        button.disableProperty().bind(selected(RowActions::isNamed).not());
        button.setOnAction(_ -> connect());
    }

    void bindExplain(Button button) {
        button.disableProperty().bind(selected(RowActions::hasPath).not());
        button.setOnAction(_ -> explain());
    }

    void bindFolder(Button button) {
        button.disableProperty().bind(selected(RowActions::hasPath).not());
        button.setOnAction(_ -> showFolder());
    }

    void bindCopy(Button button) {
        button.disableProperty().bind(selected(_ -> true).not());
        button.setOnAction(_ -> copyDetails());
    }

    /// Whether a socket is selected of which this holds.
    private BooleanBinding selected(Predicate<Address> holds) {
        return Bindings.createBooleanBinding(
                () -> {
                    Address address = address();
                    return address != null && holds.test(address);
                },
                model.selectedProperty(),
                model.reportProperty());
    }

    private static boolean isNamed(Address address) {
        return address instanceof Address.Path || address instanceof Address.Abstract;
    }

    private static boolean hasPath(Address address) {
        return address instanceof Address.Path;
    }

    /// The name under which the selected socket and its peer meet; null when none is selected.
    private @Nullable Address address() {
        MachineSocket socket = model.selectedSocket();
        return socket == null ? null : model.reportProperty().get().snapshot().commonAddress(socket);
    }

    void connect() {
        MachineSocket socket = model.selectedSocket();
        Address address = address();
        if (socket != null && address != null && isNamed(address)) {
            actions.connect(address, socket.type());
        }
    }

    private void explain() {
        if (address() instanceof Address.Path path) {
            actions.explain(path);
        }
    }

    private void showFolder() {
        if (address() instanceof Address.Path path) {
            actions.showFolder(path, model::tell);
        }
    }

    private void copyAddress() {
        Address address = address();
        if (address != null) {
            copy(SocketText.text(address));
        }
    }

    private void copyDetails() {
        SocketDetail detail = model.reportProperty().get().detail();
        if (detail != null) {
            copy(detail.text());
        }
    }

    /// Copies rows as tab-separated lines under a line of titles.
    void copyRows(SocketRows rows, Selection selection) {
        StringBuilder text = new StringBuilder(titles());
        for (Range range : selection.ranges()) {
            for (long position = range.from(); position <= range.to(); position++) {
                SocketRow row = rows.row(position);
                if (row != null) {
                    text.append(line(row.text()));
                }
            }
        }
        copy(text.toString());
    }

    private static String titles() {
        return List.of(SocketColumn.values()).stream()
                .map(SocketColumn::title)
                .collect(Collectors.joining("\t", "", "\n"));
    }

    private static String line(SocketText text) {
        return List.of(SocketColumn.values()).stream()
                .map(column -> column.of(text))
                .collect(Collectors.joining("\t", "", "\n"));
    }

    private static void copy(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }
}
