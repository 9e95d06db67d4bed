package org.socklens.traffic;

import java.time.Instant;
import java.time.ZoneId;

/// How the time of a row is written: to the microsecond, with digits and a point whatever the locale.
public enum TimeStyle {
    /// Local time of day: `09:41:07.201 114`.
    ABSOLUTE,
    /// Seconds since the first row after the last clear: `4.208512`.
    SINCE_START,
    /// Milliseconds since the row before: `2,428.512`; empty for the first.
    SINCE_PREVIOUS;

    private static final long SECOND = 1_000_000_000L;
    private static final long MILLISECOND = 1_000_000L;
    private static final long MICROSECOND = 1_000L;

    /// The time of a row as text, in the time zone of the machine.
    public String format(Row row) {
        return append(new StringBuilder(16), row).toString();
    }

    /// Adds the time of a row to `out`, in the time zone of the machine.
    public StringBuilder append(StringBuilder out, Row row) {
        return append(out, row, ZoneId.systemDefault());
    }

    StringBuilder append(StringBuilder out, Row row, ZoneId zone) {
        return switch (this) {
            case ABSOLUTE -> timeOfDay(out, row.nanos(), zone);
            case SINCE_START -> decimal(signed(out, row.sinceStart()), Math.abs(row.sinceStart()) / MICROSECOND, 6);
            case SINCE_PREVIOUS -> sincePrevious(out, row.sincePrevious());
        };
    }

    private static StringBuilder timeOfDay(StringBuilder out, long nanos, ZoneId zone) {
        long seconds = Math.floorDiv(nanos, SECOND);
        long micros = Math.floorMod(nanos, SECOND) / MICROSECOND;
        int offset = zone.getRules().getOffset(Instant.ofEpochSecond(seconds)).getTotalSeconds();
        int ofDay = (int) Math.floorMod(seconds + offset, 86_400L);
        padded(out, ofDay / 3600, 2).append(':');
        padded(out, ofDay / 60 % 60, 2).append(':');
        padded(out, ofDay % 60, 2).append('.');
        padded(out, micros / 1000, 3).append(' ');
        return padded(out, micros % 1000, 3);
    }

    private static StringBuilder sincePrevious(StringBuilder out, long nanos) {
        if (nanos == Row.NO_PREVIOUS) {
            return out;
        }
        long magnitude = Math.abs(nanos);
        grouped(signed(out, nanos), magnitude / MILLISECOND).append('.');
        return padded(out, magnitude % MILLISECOND / MICROSECOND, 3);
    }

    /// A sign only where a digit follows that is not 0.
    private static StringBuilder signed(StringBuilder out, long nanos) {
        return nanos <= -MICROSECOND ? out.append('-') : out;
    }

    private static StringBuilder decimal(StringBuilder out, long value, int places) {
        long unit = 1;
        for (int i = 0; i < places; i++) {
            unit *= 10;
        }
        return padded(out.append(value / unit).append('.'), value % unit, places);
    }

    private static StringBuilder grouped(StringBuilder out, long value) {
        if (value < 1000) {
            return out.append(value);
        }
        return padded(grouped(out, value / 1000).append(','), value % 1000, 3);
    }

    private static StringBuilder padded(StringBuilder out, long value, int digits) {
        long bound = 10;
        for (int present = 1; present < digits; present++) {
            if (value < bound) {
                out.append('0');
            } else {
                bound *= 10;
            }
        }
        return out.append(value);
    }
}
