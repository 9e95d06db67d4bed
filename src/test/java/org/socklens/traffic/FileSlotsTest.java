package org.socklens.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileSlotsTest {
    private final FileSlots slots = new FileSlots(3);

    @Test
    void aFullDiskTakesNoNewPlacesButKeepsTheWrittenOnes() {
        int first = slots.take();
        slots.failed(slots.take());
        assertThat(slots.usable()).isTrue();
        assertThat(slots.take()).isEqualTo(Page.NO_SLOT);
        slots.giveBack(first);
        assertThat(slots.take()).isEqualTo(first);
    }

    @Test
    void aWrittenPlaceThatFailsEndsTheFile() {
        int first = slots.take();
        int second = slots.take();
        slots.giveBack(second);
        slots.failed(first);
        assertThat(slots.usable()).isFalse();
        assertThat(slots.take()).isEqualTo(Page.NO_SLOT);
    }

    @Test
    void anEmptiedFileIsTriedAgainInFull() {
        slots.take();
        slots.failed(slots.take());
        slots.reset();
        assertThat(slots.untouched()).isTrue();
        assertThat(slots.take()).isZero();
        assertThat(slots.take()).isEqualTo(1);
        assertThat(slots.take()).isEqualTo(2);
        assertThat(slots.take()).isEqualTo(Page.NO_SLOT);
    }
}
