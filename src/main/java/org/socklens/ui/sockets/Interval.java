package org.socklens.ui.sockets;

import java.time.Duration;

/// How often the machine is looked at.
public enum Interval {
    /// Twice a second.
    HALF_A_SECOND("0.5 s", Duration.ofMillis(500)),
    /// Once a second.
    A_SECOND("1 s", Duration.ofSeconds(1)),
    /// Every two seconds.
    TWO_SECONDS("2 s", Duration.ofSeconds(2)),
    /// Every five seconds.
    FIVE_SECONDS("5 s", Duration.ofSeconds(5)),
    /// Every ten seconds.
    TEN_SECONDS("10 s", Duration.ofSeconds(10));

    private final String label;
    private final Duration length;

    Interval(String label, Duration length) {
        this.label = label;
        this.length = length;
    }

    /// How long it is.
    public Duration length() {
        return length;
    }

    @Override
    public String toString() {
        return label;
    }
}
