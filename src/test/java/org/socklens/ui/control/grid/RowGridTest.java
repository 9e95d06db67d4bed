package org.socklens.ui.control.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VerticalDirection;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.socklens.ui.control.ControlTest;

class RowGridTest extends ControlTest<RowGrid> {
    private final CountedRows rows = new CountedRows(5_000_000);
    private final List<Long> acted = new ArrayList<>();

    RowGridTest() {
        super(RowGrid::table);
    }

    @BeforeEach
    void showFiveMillionRows() {
        interact(() -> {
            control().columns().setAll(GridColumn.numbers("key", "key", 5), GridColumn.words("word", "word", 10));
            control().setOnAction(acted::add);
            control().setSource(rows);
            control().requestFocus();
        });
        settle();
    }

    @Test
    void rowsAppearAsPixels() {
        assertThat(coloursIn(control())).isGreaterThan(10);
    }

    @Test
    void fiveMillionRowsCostWhatIsVisible() {
        assertThat(rows.asked()).isLessThan(200);
        push(KeyCode.CONTROL, KeyCode.HOME);
        push(KeyCode.CONTROL, KeyCode.END);
        assertThat(lead()).isEqualTo(4_999_999);
        assertThat(rows.asked()).isLessThan(400);
    }

    @Test
    void aRowThatIsShownAlreadyIsNotAskedAgain() {
        settle();
        long before = rows.asked();
        interact(control()::refresh);
        assertThat(rows.asked()).isEqualTo(before);
    }

    @Test
    void arrowsMoveAndShiftExtends() {
        push(KeyCode.CONTROL, KeyCode.HOME);
        push(KeyCode.DOWN);
        push(KeyCode.SHIFT, KeyCode.DOWN);
        push(KeyCode.SHIFT, KeyCode.DOWN);
        assertThat(ranges()).containsExactly(new Range(1, 3));
        push(KeyCode.SHIFT, KeyCode.UP);
        assertThat(ranges()).containsExactly(new Range(1, 2));
        push(KeyCode.UP);
        assertThat(ranges()).containsExactly(new Range(1, 1));
    }

    @Test
    void aPageIsWhatFits() {
        push(KeyCode.HOME);
        push(KeyCode.PAGE_DOWN);
        assertThat(lead()).isEqualTo(control().pageSize());
        push(KeyCode.PAGE_UP);
        assertThat(lead()).isZero();
    }

    @Test
    void everythingIsSelectedAsOneRange() {
        push(KeyCode.CONTROL, KeyCode.A);
        assertThat(ranges()).containsExactly(new Range(0, 4_999_999));
    }

    @Test
    void enterActsOnTheSelectedRow() {
        push(KeyCode.HOME);
        push(KeyCode.DOWN);
        push(KeyCode.ENTER);
        assertThat(acted).containsExactly(1L);
    }

    @Test
    void escapeSelectsNothing() {
        push(KeyCode.HOME);
        push(KeyCode.ESCAPE);
        assertThat(ranges()).isEmpty();
    }

    @Test
    void aClickSelectsTheRowUnderTheMouse() {
        clickOn(control());
        assertThat(control().isFocused()).isTrue();
        assertThat(lead()).isBetween(control().topPosition() + 5, control().topPosition() + control().pageSize());
    }

    @Test
    void scrollingUpStandsStillWhileRowsArriveUntilTheButtonIsPressed() {
        push(KeyCode.HOME);
        long top = control().topPosition();
        interact(() -> {
            rows.append(1000);
            control().refresh();
        });
        assertThat(control().followingProperty().get()).isFalse();
        assertThat(control().topPosition()).isEqualTo(top);
        clickOn(".grid-newest");
        assertThat(control().followingProperty().get()).isTrue();
        assertThat(control().topPosition()).isEqualTo(5_001_000 - control().pageSize());
    }

    @Test
    void theWheelScrolls() {
        long before = control().topPosition();
        moveTo(control());
        scroll(4, VerticalDirection.UP);
        assertThat(control().topPosition()).isLessThan(before);
        assertThat(control().followingProperty().get()).isFalse();
    }

    @Test
    void aNumberThatNeedsItWidensItsColumn() {
        assertThat(control().columns().getFirst().widthProperty().get()).isEqualTo(7);
    }

    private long lead() {
        return control().selectionProperty().get().lead();
    }

    private List<Range> ranges() {
        return control().selectionProperty().get().ranges();
    }
}
