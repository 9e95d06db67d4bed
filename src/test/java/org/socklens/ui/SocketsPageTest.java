package org.socklens.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socklens.system.picture.Shape;
import org.socklens.system.report.SocketColumn;
import org.socklens.system.scan.Zoo;
import org.socklens.ui.control.grid.RowGrid;
import org.socklens.ui.sockets.Interval;
import org.socklens.ui.sockets.SocketsModel;
import org.socklens.ui.sockets.graph.GraphView;
import org.socklens.ui.sockets.look.Scope;
import org.socklens.ui.sockets.look.SocketRow;

/// The page of sockets, by `fx:id`, as a person uses it.
class SocketsPageTest extends WindowStory {
    private static final String SERVER_AND_CLIENT =
            """
            l = listener(S, sys.argv[1] + '/s')
            c = connected(S, sys.argv[1] + '/s')
            a, _ = l.accept()
            kept.append(a)
            tell('listener', l)
            tell('client', c)
            tell('accepted', a)
            """;

    @TempDir
    Path directory = Path.of("");

    @Override
    public void start(Stage stage) {
        super.start(stage);
        model().intervalProperty().set(Interval.HALF_A_SECOND);
    }

    private SocketsModel model() {
        return wiring().sockets().model();
    }

    @Test
    void aSocketIsFoundByTypingAndToldInFull() throws IOException {
        try (Zoo zoo = Zoo.of(directory, SERVER_AND_CLIENT)) {
            filter("path:" + directory + " state:listen");
            untilShown(() -> inodes().equals(List.of(zoo.inode("listener"))));
            selectFirst();
            untilShown(() -> details().contains("python3 " + zoo.pid()));
            assertThat(details())
                    .contains(directory + "/s", "listening", "0 of 5 to be accepted", "Socket file", "may connect");
            assertThat(text("#socketsSummary")).startsWith("1 of ");
        }
    }

    @Test
    void aRowStaysSelectedWhileRowsComeAndGoAndTheOrderChanges() throws IOException {
        try (Zoo zoo = Zoo.of(directory, SERVER_AND_CLIENT)) {
            filter("pid:" + zoo.pid());
            untilShown(() -> inodes().size() == 3);
            interact(() -> model().reveal(zoo.inode("client")));
            untilShown(() -> selectedInode() == zoo.inode("client"));
            try (Zoo more = Zoo.of(directory, "tell('other', listener(S, sys.argv[1] + '/a'))\n")) {
                filter("python");
                untilShown(() -> inodes().contains(more.inode("other")));
                assertThat(selectedInode()).isEqualTo(zoo.inode("client"));
                interact(() -> model().sortBy(SocketColumn.INODE));
                interact(() -> model().sortBy(SocketColumn.INODE));
                untilShown(() -> inodes().getFirst().equals(inodes().stream().max(Long::compare).orElseThrow()));
                assertThat(selectedInode()).isEqualTo(zoo.inode("client"));
            }
            untilShown(() -> inodes().size() == 3);
            assertThat(selectedInode()).isEqualTo(zoo.inode("client"));
        }
    }

    @Test
    void newRowsAreMarkedForAMomentAndGoneRowsFade() throws IOException {
        filter("path:" + directory);
        untilShown(() -> model().reportProperty().get().snapshot().sockets().size() > 0);
        try (Zoo zoo = Zoo.of(directory, "tell('new', listener(S, sys.argv[1] + '/s'))\n")) {
            untilShown(() -> marks().equals(List.of(SocketRow.Mark.FRESH)));
            untilShown(() -> marks().equals(List.of(SocketRow.Mark.STEADY)));
            assertThat(inodes()).containsExactly(zoo.inode("new"));
        }
        untilShown(() -> marks().equals(List.of(SocketRow.Mark.GONE)));
        untilShown(() -> marks().isEmpty());
    }

    @Test
    void pausedTheTableKeepsWhatItSaw() throws IOException {
        filter("path:" + directory);
        try (Zoo zoo = Zoo.of(directory, "tell('new', listener(S, sys.argv[1] + '/s'))\n")) {
            untilShown(() -> inodes().equals(List.of(zoo.inode("new"))));
            clickOn("#socketsLive");
            untilShown(() -> !model().liveProperty().get());
        }
        push(KeyCode.F5);
        untilShown(() -> marks().equals(List.of(SocketRow.Mark.GONE)));
    }

    @Test
    void aClickInThePictureLeadsToTheRow() throws IOException {
        try (Zoo zoo = Zoo.of(
                directory, SERVER_AND_CLIENT + "if os.fork() == 0:\n    other = connected(S, sys.argv[1] + '/s')\n    sys.stdin.read()\n")) {
            filter("pid:" + zoo.pid());
            interact(() -> model().reveal(zoo.inode("listener")));
            untilShown(() -> model().reportProperty().get().picture().shapes().stream().anyMatch(SocketsPageTest::isPort));
            interact(() -> model().reveal(zoo.inode("client")));
            untilShown(() -> selectedInode() == zoo.inode("client"));
            push(KeyCode.SHORTCUT, KeyCode.E);
            untilShown(() -> lookup("#socketsGraph").tryQuery().isPresent() && lookup("#socketsTable").tryQuery().isEmpty());
            GraphView graph = lookup("#socketsGraph").query();
            interact(graph::layout);
            Shape.Box port = graph.picture().shapes().stream()
                    .filter(SocketsPageTest::isPort)
                    .map(Shape.Box.class::cast)
                    .findFirst()
                    .orElseThrow();
            clickOn(graph.localToScreen(graph.placeOf(port.x() + 8, port.y() + 8)));
            untilShown(() -> model().selectedProperty().get() == zoo.inode("listener"));
            push(KeyCode.SHORTCUT, KeyCode.E);
            untilShown(() -> lookup("#socketsTable").tryQuery().isPresent() && selectedInode() == zoo.inode("listener"));
        }
    }

    private static boolean isPort(Shape shape) {
        return shape instanceof Shape.Box box && box.target() != 0 && box.height() == 22;
    }

    @Test
    void theWholeMachineIsDrawnToo() throws IOException {
        try (Zoo zoo = Zoo.of(directory, SERVER_AND_CLIENT)) {
            show();
            interact(() -> model().scopeProperty().set(Scope.MACHINE));
            untilShown(() -> model().reportProperty().get().picture().shapes().stream()
                    .anyMatch(shape -> shape instanceof Shape.Words words && words.text().startsWith(zoo.pid() + " ")));
            assertThat(model().reportProperty().get().subject()).isEqualTo("machine");
        }
    }

    @Test
    void aRowLeadsToTheClientAndToTheSocketFile() throws IOException {
        try (Zoo zoo = Zoo.of(directory, SERVER_AND_CLIENT)) {
            filter("inode:" + zoo.inode("client"));
            untilShown(() -> inodes().equals(List.of(zoo.inode("client"))));
            selectFirst();
            untilShown(() -> details().contains("Other end"));
            clickOn("#socketsConnect");
            untilShown(() -> wiring().window().shownProperty().get().id().equals("workbench"));
            assertThat(lookup("#clientPath").queryTextInputControl().getText()).isEqualTo(directory + "/s");
            show();
            clickOn("#socketsExplain");
            untilShown(() -> lookup("#filePath").tryQuery().isPresent());
            assertThat(lookup("#filePath").queryTextInputControl().getText()).isEqualTo(directory + "/s");
        }
    }

    @Test
    void detailsAndRowsAreCopied() throws IOException {
        try (Zoo zoo = Zoo.of(directory, SERVER_AND_CLIENT)) {
            filter("inode:" + zoo.inode("listener"));
            untilShown(() -> inodes().equals(List.of(zoo.inode("listener"))));
            selectFirst();
            untilShown(() -> details().contains("Held by"));
            push(KeyCode.SHORTCUT, KeyCode.C);
            assertThat(clipboard().lines().skip(1)).singleElement().asString()
                    .contains(directory + "/s\tlistening\tSTREAM", Long.toString(zoo.inode("listener")));
            clickOn("#socketsCopy");
            assertThat(clipboard()).startsWith(directory + "/s\nSTREAM, listening\n").contains("Held by");
        }
    }

    @Test
    void anUnknownKeyInTheFilterIsTold() {
        filter("colour:red");
        untilShown(() -> text("#socketsNotice").startsWith("There is no key colour."));
    }

    @Test
    void liveAddressesAreSuggestedInAPathField() throws IOException {
        Path hidden = Files.createDirectory(directory.resolve(".hidden"));
        try (Zoo zoo = Zoo.of(hidden, "tell('l', listener(S, sys.argv[1] + '/live.sock'))\n")) {
            assertThat(zoo.inode("l")).isPositive();
            interact(() -> lookup("#clientPath").queryTextInputControl().clear());
            clickOn("#clientPath").write(directory + "/");
            untilShown(() -> lookup("#pathSuggestions").tryQuery().isPresent()
                    && lookup("#pathSuggestions").queryListView().getItems().contains(hidden + "/live.sock"));
        }
    }

    private void show() {
        interact(() -> wiring().window().show(wiring().window().pages().stream()
                .filter(page -> page.id().equals("sockets"))
                .findFirst()
                .orElseThrow()));
    }

    private void filter(String typed) {
        show();
        interact(() -> lookup("#socketsFilter").queryTextInputControl().setText(typed));
    }

    private void selectFirst() {
        clickOn("#socketsTable");
        interact(() -> lookup("#socketsTable").<RowGrid>query().select(0));
    }

    private List<Long> inodes() {
        return model().reportProperty().get().rows().stream()
                .map(SocketRow::inode)
                .toList();
    }

    private List<SocketRow.Mark> marks() {
        return model().reportProperty().get().rows().stream()
                .map(SocketRow::mark)
                .toList();
    }

    private long selectedInode() {
        long position = lookup("#socketsTable").<RowGrid>query().selectionProperty().get().lead();
        return position < 0 || position >= inodes().size() ? -1 : inodes().get((int) position);
    }

    private String details() {
        StringBuilder text = new StringBuilder();
        from(lookup("#socketsDetail").queryParent()).lookup(".label").<Label>queryAll()
                .forEach(label -> text.append(label.getText()).append('\n'));
        return text.toString();
    }

    private String clipboard() {
        StringBuilder text = new StringBuilder();
        interact(() -> text.append(Objects.toString(Clipboard.getSystemClipboard().getString(), "")));
        return text.toString();
    }
}
