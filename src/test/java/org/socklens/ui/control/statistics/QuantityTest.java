package org.socklens.ui.control.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuantityTest {
    @Test
    void bytesAreToldInThreeDigits() {
        assertThat(Quantity.bytes(0)).isEqualTo("0 B");
        assertThat(Quantity.bytes(999)).isEqualTo("999 B");
        assertThat(Quantity.bytes(1000)).isEqualTo("1.0 kB");
        assertThat(Quantity.bytes(9_960)).isEqualTo("10 kB");
        assertThat(Quantity.bytes(999_700)).isEqualTo("1.0 MB");
        assertThat(Quantity.bytes(64e9)).isEqualTo("64 GB");
    }

    @Test
    void thousandsAreSetApart() {
        assertThat(Quantity.count(1_234_567.4)).isEqualTo("1,234,567");
    }
}
