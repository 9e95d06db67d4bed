package org.socklens.ui.control.grid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SelectionTest {
    @Test
    void extendingGoesBothWaysFromTheAnchor() {
        Selection selection = Selection.of(10).extendTo(15);
        assertThat(selection.ranges()).containsExactly(new Range(10, 15));
        assertThat(selection.extendTo(7).ranges()).containsExactly(new Range(7, 10));
    }

    @Test
    void togglingARowInTheMiddleSplitsTheRange() {
        Selection selection = Selection.of(1).extendTo(9).toggle(5);
        assertThat(selection.ranges()).containsExactly(new Range(1, 4), new Range(6, 9));
        assertThat(selection.contains(5)).isFalse();
        assertThat(selection.toggle(5).ranges()).containsExactly(new Range(1, 9));
    }

    @Test
    void rangesThatTouchBecomeOne() {
        assertThat(Selection.of(1).toggle(3).ranges()).hasSize(2);
        assertThat(Selection.of(1).toggle(3).toggle(2).ranges()).containsExactly(new Range(1, 3));
    }

    @Test
    void addingKeepsWhatWasSelected() {
        Selection selection = Selection.of(1).toggle(20).addTo(25);
        assertThat(selection.ranges()).containsExactly(new Range(1, 1), new Range(20, 25));
    }

    @Test
    void aBillionRowsAreOneRange() {
        Selection selection = Selection.all(0, 999_999_999);
        assertThat(selection.ranges()).hasSize(1);
        assertThat(selection.count(new CountedRows(1_000_000_000))).isEqualTo(1_000_000_000);
    }
}
