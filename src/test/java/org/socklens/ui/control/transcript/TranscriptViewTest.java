package org.socklens.ui.control.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socklens.traffic.Row;
import org.socklens.traffic.RowFilter;
import org.socklens.traffic.TimeStyle;
import org.socklens.ui.control.ControlTest;

class TranscriptViewTest extends ControlTest<TranscriptView> {
    private final Recording recording = Recording.echoOf("Sixteen bytes at", " a time, then th", "e last ten", "hi\n");
    private final List<Long> calls = new ArrayList<>();

    TranscriptViewTest() {
        super(TranscriptView::new);
    }

    @BeforeEach
    void showNineRows() {
        interact(() -> {
            control().setOnShowCall(calls::add);
            control().timesProperty().set(TimeStyle.SINCE_START);
            control().setTranscript(recording.transcript);
        });
        settle();
    }

    @AfterEach
    void close() {
        recording.close();
    }

    @Test
    void rowsAppearAsPixels() {
        assertThat(coloursIn(control().grid())).isGreaterThan(20);
    }

    @Test
    void aClickGivesTheKeyboardSoThatEverythingCanBeCopied() {
        clickOn(control());
        push(KeyCode.CONTROL, KeyCode.A);
        push(KeyCode.CONTROL, KeyCode.C);
        assertThat(clipboard()).isEqualTo("""
                #\ttime\tdirection\tconnection\toffset\tbytes\ttext\thex
                1\t0.000000\taccepted\t1\t\t\taccepted, pid 4711\t
                2\t0.001000\trecv\t1\t0\t16\tSixteen bytes at\t53 69 78 74 65 65 6e 20 62 79 74 65 73 20 61 74
                3\t0.002000\tsent\t1\t0\t16\tSixteen bytes at\t53 69 78 74 65 65 6e 20 62 79 74 65 73 20 61 74
                4\t0.003000\trecv\t1\t16\t16\t a time, then th\t20 61 20 74 69 6d 65 2c 20 74 68 65 6e 20 74 68
                5\t0.004000\tsent\t1\t16\t16\t a time, then th\t20 61 20 74 69 6d 65 2c 20 74 68 65 6e 20 74 68
                6\t0.005000\trecv\t1\t32\t10\te last ten\t65 20 6c 61 73 74 20 74 65 6e
                7\t0.006000\tsent\t1\t32\t10\te last ten\t65 20 6c 61 73 74 20 74 65 6e
                8\t0.007000\trecv\t1\t42\t3\thi\\n\t68 69 0a
                9\t0.008000\tsent\t1\t42\t3\thi\\n\t68 69 0a
                """);
    }

    @Test
    void onlySelectedRowsThatPassTheFilterAreCopied() {
        interact(() -> control().filterProperty().set(RowFilter.SENT));
        interact(() -> control().requestFocus());
        push(KeyCode.HOME);
        push(KeyCode.SHIFT, KeyCode.DOWN);
        push(KeyCode.CONTROL, KeyCode.C);
        assertThat(clipboard().lines().skip(1).map(line -> line.substring(0, 2).strip()))
                .containsExactly("3", "5");
    }

    @Test
    void theBytesOfTheSelectedChunkStandBelowUntilEscape() {
        Region dump = lookup(".hex-view").queryAs(Region.class);
        assertThat(dump.isVisible()).isFalse();
        select(4);
        assertThat(dump.isVisible()).isTrue();
        assertThat(dump.getHeight()).isGreaterThan(20);
        assertThat(coloursIn(dump)).isGreaterThan(10);
        push(KeyCode.ESCAPE);
        assertThat(dump.isVisible()).isFalse();
    }

    @Test
    void theBytesAreNumberedAsInTheStream() {
        select(4);
        clickOn(".hex-view");
        push(KeyCode.CONTROL, KeyCode.A);
        push(KeyCode.CONTROL, KeyCode.C);
        assertThat(clipboard())
                .isEqualTo("00000010  20 61 20 74 69 6d 65 2c  20 74 68 65 6e 20 74 68  | a time, then th|\n");
    }

    @Test
    void anEventTellsItsWholeSentenceBelow() {
        select(1);
        assertThat(lookup(".transcript-words").queryAs(Label.class).getText()).isEqualTo("accepted, pid 4711");
    }

    @Test
    void theFilterIsSwitchedWithButtons() {
        clickOn("▼");
        assertThat(status()).isEqualTo("4 rows · following");
        clickOn("▲");
        assertThat(status()).isEqualTo("4 rows · following");
        clickOn("all");
        assertThat(status()).isEqualTo("9 rows · following");
    }

    @Test
    void theSelectedRowStaysSelectedWhenTheTimeIsWrittenOtherwise() {
        select(4);
        clickOn("start");
        clickOn("time");
        assertThat(selectedNumber()).isEqualTo(4);
    }

    @Test
    void textIsFoundOnwardsAndBackwards() {
        find("A TIME");
        await().untilAsserted(() -> assertThat(selectedNumber()).isEqualTo(4));
        push(KeyCode.ENTER);
        await().untilAsserted(() -> assertThat(selectedNumber()).isEqualTo(5));
        push(KeyCode.ENTER);
        await().untilAsserted(() -> assertThat(selectedNumber()).isEqualTo(4));
        push(KeyCode.SHIFT, KeyCode.ENTER);
        await().untilAsserted(() -> assertThat(selectedNumber()).isEqualTo(5));
    }

    @Test
    void bytesAreFoundAsHex() {
        find("hex: 69 0a");
        await().untilAsserted(() -> assertThat(selectedNumber()).isEqualTo(8));
    }

    @Test
    void whatIsNotThereIsToldAndWrongHexToo() {
        find("nowhere");
        await().untilAsserted(() -> assertThat(status()).isEqualTo("no match"));
        find("0x123");
        assertThat(status()).contains("two digits a byte");
    }

    @Test
    void enterLeadsToTheSystemCall() {
        select(2);
        push(KeyCode.ENTER);
        assertThat(calls).containsExactly(7L);
    }

    @Test
    void newRowsAreFollowedUntilThePersonScrollsUp() {
        record(200);
        assertThat(control().followingProperty().get()).isTrue();
        assertThat(control().grid().topPosition()).isEqualTo(409 - control().grid().pageSize());
        push(KeyCode.HOME);
        interact(() -> control().requestFocus());
        push(KeyCode.HOME);
        record(1000);
        assertThat(control().grid().topPosition()).isZero();
        assertThat(status()).isEqualTo("2,409 rows");
        clickOn(".grid-newest");
        assertThat(status()).isEqualTo("2,409 rows · following");
    }

    @Test
    void clearingForgetsRowsSelectionAndBytes() {
        select(4);
        press("Clear");
        assertThat(status()).isEqualTo("0 rows");
        assertThat(control().selectedRowProperty().get()).isNull();
        record(1);
        assertThat(status()).isEqualTo("2 rows · following");
    }

    @Test
    void everythingIsSavedIntoANewFile(@TempDir Path directory) {
        Path file = directory.resolve("rows.tsv");
        interact(() -> control().setSaveChooser(name -> file));
        press("Save as TSV…");
        await().untilAsserted(() -> assertThat(status()).isEqualTo("9 rows saved"));
        assertThat(file).content().startsWith("#\ttime\tdirection").hasLineCount(10);
    }

    @Test
    void aFileThatExistsIsNotReplaced(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("mine.txt"), "mine");
        interact(() -> control().setSaveChooser(name -> file));
        press("Save as TSV…");
        Label warning = lookup(".transcript-warning").queryAs(Label.class);
        await().untilAsserted(() -> assertThat(warning.getText()).contains("EEXIST (17, File exists)", "mine.txt"));
        assertThat(file).hasContent("mine");
    }

    @Test
    void manyRowsAreCopiedUpToABoundThatIsTold() {
        record(51_000);
        interact(() -> control().requestFocus());
        push(KeyCode.CONTROL, KeyCode.A);
        push(KeyCode.CONTROL, KeyCode.C);
        Label warning = lookup(".transcript-warning").queryAs(Label.class);
        await().untilAsserted(() -> assertThat(warning.getText()).startsWith("Only the first 100,000 rows were copied"));
        assertThat(clipboard().lines().count()).isEqualTo(100_001);
    }

    @Test
    void aNarrowViewLeavesOutWhatIsLeastNeeded() {
        assertThat(shown("delta")).isTrue();
        interact(() -> control().setMaxWidth(400));
        settle();
        assertThat(shown("delta")).isFalse();
        assertThat(shown("offset")).isFalse();
        assertThat(shown("text")).isTrue();
        assertThat(lookup("start").tryQuery()).isPresent().get().matches(node -> !node.getParent().getParent().isVisible());
    }

    private boolean shown(String column) {
        return control().grid().columns().stream()
                .anyMatch(each -> each.id().equals(column) && each.visibleProperty().get());
    }

    private void select(long number) {
        interact(() -> {
            control().grid().select(recording.transcript.first() + number - 1);
            control().requestFocus();
        });
        settle();
    }

    private long selectedNumber() {
        Row row = control().selectedRowProperty().get();
        return row == null ? 0 : row.number();
    }

    private void find(String text) {
        TextField field = lookup("#transcriptFind").queryAs(TextField.class);
        interact(() -> {
            field.setText(text);
            field.requestFocus();
        });
        push(KeyCode.ENTER);
    }

    private void record(int echoes) {
        for (int i = 0; i < echoes; i++) {
            recording.echo(new byte[] {'x', (byte) i});
        }
        interact(() -> control().refresh());
        settle();
    }

    private void press(String item) {
        MenuButton menu = lookup(".transcript-menu").queryAs(MenuButton.class);
        MenuItem wanted = menu.getItems().stream()
                .filter(each -> Objects.equals(each.getText(), item))
                .findFirst()
                .orElseThrow();
        interact(wanted::fire);
    }

    private String status() {
        return lookup(".transcript-status").queryAs(Label.class).getText();
    }
}
