package org.socklens.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeStyleTest {
    private static Row row(long nanos, long sinceStart, long sincePrevious) {
        return new Row(0, 1, Kind.SENT, 1, nanos, sinceStart, sincePrevious, 0, 0, 0, 0, 0, Row.NO_CHUNK, Row.NO_MESSAGE);
    }

    @Test
    void absoluteTimeIsTheLocalTimeOfDayToTheMicrosecond() {
        Instant instant = Instant.parse("2026-07-01T07:41:07.201114999Z");
        Row row = row(instant.getEpochSecond() * 1_000_000_000 + instant.getNano(), 0, 0);
        StringBuilder out = new StringBuilder();
        TimeStyle.ABSOLUTE.append(out, row, ZoneId.of("Europe/Berlin"));
        assertThat(out).hasToString("09:41:07.201 114");
    }

    @ParameterizedTest
    @CsvSource({"0, 0.000000", "999, 0.000000", "4208512000, 4.208512", "86400000001000, 86400.000001", "-12000, -0.000012"})
    void timeSinceStartIsInSeconds(long nanos, String text) {
        assertThat(TimeStyle.SINCE_START.format(row(0, nanos, 0))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"0; 0.000", "12000; 0.012", "2428512000; 2,428.512", "1000000000000001; 1,000,000,000.000", "-999; 0.000", "-1500000; -1.500"})
    void timeSincePreviousIsInMillisecondsWithGroupedThousands(long nanos, String text) {
        assertThat(TimeStyle.SINCE_PREVIOUS.format(row(0, 0, nanos))).isEqualTo(text);
    }

    @Test
    void theFirstRowHasNoTimeSincePrevious() {
        assertThat(TimeStyle.SINCE_PREVIOUS.format(row(0, 0, Row.NO_PREVIOUS))).isEmpty();
    }

    @Test
    void digitsDoNotFollowTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(TimeStyle.SINCE_PREVIOUS.format(row(0, 0, 1_234_567_000))).isEqualTo("1,234.567");
        } finally {
            Locale.setDefault(before);
        }
    }
}
