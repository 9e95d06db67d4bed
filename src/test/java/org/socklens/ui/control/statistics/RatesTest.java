package org.socklens.ui.control.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RatesTest {
    private static final long SECOND = 1_000_000_000;

    private final Rates rates = new Rates();

    @Test
    void aSteadyStreamHasItsRate() {
        for (int quarter = 0; quarter <= 12; quarter++) {
            rates.look(quarter * SECOND / 4, quarter * 250L, quarter * 4000L);
        }
        assertThat(rates.chunksPerSecond()).isEqualTo(1000);
        assertThat(rates.bytesPerSecond()).isEqualTo(16_000);
    }

    @Test
    void aSecondOfSilenceIsARateOfNothing() {
        rates.look(0, 0, 0);
        rates.look(SECOND / 4, 500, 500);
        rates.look(5 * SECOND / 4 + 1, 500, 500);
        assertThat(rates.chunksPerSecond()).isZero();
    }

    @Test
    void theMinuteMovesOnSecondBySecond() {
        for (int second = 0; second <= 90; second++) {
            rates.look(second * SECOND, second * (second + 1L) / 2, 0);
        }
        long[] minute = rates.minute();
        assertThat(minute).hasSize(60);
        assertThat(minute[59]).isEqualTo(90);
        assertThat(minute[0]).isEqualTo(31);
    }

    @Test
    void aClearStartsAnew() {
        rates.look(0, 0, 0);
        rates.look(2 * SECOND, 1000, 1000);
        rates.look(3 * SECOND, 10, 10);
        assertThat(rates.chunksPerSecond()).isZero();
        assertThat(rates.minute()).containsOnly(0);
    }
}
