package org.socklens.ui.control.statistics;

import java.util.Locale;

/// Numbers in few characters.
final class Quantity {
    private static final String[] BYTE_UNITS = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};
    private static final double THOUSAND = 1000;
    private static final double SHORT = 9.95;

    private Quantity() {}

    /// A whole number with its thousands set apart.
    static String count(double number) {
        return String.format(Locale.ROOT, "%,d", Math.round(number));
    }

    /// Bytes in the unit that leaves one to three digits before the point: `0 B`, `9.8 kB`, `640 MB`.
    static String bytes(double bytes) {
        double left = bytes;
        int unit = 0;
        while (left >= THOUSAND - 0.5 && unit < BYTE_UNITS.length - 1) {
            left /= THOUSAND;
            unit++;
        }
        String format = unit > 0 && left < SHORT ? "%.1f %s" : "%.0f %s";
        return String.format(Locale.ROOT, format, left, BYTE_UNITS[unit]);
    }
}
