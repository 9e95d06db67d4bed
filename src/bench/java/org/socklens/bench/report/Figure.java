package org.socklens.bench.report;

import java.util.Locale;

/// One number that Socklens is to reach.
///
/// @param what   what it is about
/// @param found  what was measured
/// @param bound  at most or at least this much
/// @param format how both numbers are written
public record Figure(String what, double found, Bound bound, double limit, String format) {
    /// On which side of the limit it is right to be.
    public enum Bound {
        AT_MOST("≤"),
        AT_LEAST("≥");

        private final String sign;

        Bound(String sign) {
            this.sign = sign;
        }
    }

    /// A number that may not be larger.
    public static Figure atMost(String what, double found, double limit, String format) {
        return new Figure(what, found, Bound.AT_MOST, limit, format);
    }

    /// A number that may not be smaller.
    public static Figure atLeast(String what, double found, double limit, String format) {
        return new Figure(what, found, Bound.AT_LEAST, limit, format);
    }

    /// Whether it was reached. What could not be measured was not.
    public boolean isReached() {
        return switch (bound) {
            case AT_MOST -> found <= limit;
            case AT_LEAST -> found >= limit;
        };
    }

    String line() {
        return "| %s | %s | %s %s | %s |"
                .formatted(what, number(found), bound.sign, number(limit), isReached() ? "reached" : "**missed**");
    }

    private String number(double value) {
        return Double.isNaN(value) ? "not measured" : String.format(Locale.ROOT, format, value);
    }
}
